package dev.supplychain.model.endor;

import java.util.Map;
import java.util.Optional;

/** Takes off what the service sets itself. */
final class ReadOnlyFields {
    private ReadOnlyFields() {}

    static Meta without(Meta meta) {
        return builderWithout(meta).build();
    }

    /** The same for a part of a resource, which may lack what is required. */
    static Meta withoutPartial(Meta meta) {
        return builderWithout(meta).buildPartial();
    }

    private static Meta.Builder builderWithout(Meta meta) {
        Meta.Builder copy = Meta.builder();
        copy.from(meta)
                .createTime(Optional.empty())
                .createdBy(Optional.empty())
                .indexData(Optional.empty())
                .kind(Optional.empty())
                .references(Map.of())
                .updateTime(Optional.empty())
                .updatedBy(Optional.empty())
                .upsertTime(Optional.empty())
                .version(Optional.empty());
        return copy;
    }
}
