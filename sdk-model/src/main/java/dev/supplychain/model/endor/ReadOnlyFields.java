package dev.supplychain.model.endor;

import java.util.Map;
import java.util.Optional;

/** Takes off what the service sets itself. */
final class ReadOnlyFields {
    private ReadOnlyFields() {}

    static Meta without(Meta meta) {
        return Meta.builder()
                .from(meta)
                .createTime(Optional.empty())
                .createdBy(Optional.empty())
                .indexData(Optional.empty())
                .kind(Optional.empty())
                .references(Map.of())
                .updateTime(Optional.empty())
                .updatedBy(Optional.empty())
                .upsertTime(Optional.empty())
                .version(Optional.empty())
                .build();
    }
}
