package dev.supplychain.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.Map;

/**
 * A JSON object that a service or a signed document defines.
 *
 * <p>Messages are immutable. Members that this version does not know are kept as they came and written back after the
 * known ones, so that a newer server's data survives a read-modify-write.
 */
public interface Message {
    /** The members this version does not know, by name, in the order of the input; empty in most cases. */
    @JsonAnyGetter
    Map<String, Json> unknownFields();
}
