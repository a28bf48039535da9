package dev.supplychain.clients.endor;

import dev.supplychain.model.endor.ListParameters;
import dev.supplychain.model.endor.ListResponse;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the next page of a list begins: behind a row, or, from servers that name none, after a number of rows. As a text
 * it tells the two apart.
 */
final class Cursor {
    private static final String ID = "id:";
    private static final String TOKEN = "token:";

    private Cursor() {}

    /** The cursor that an answer names; absent at the end, which token 0 marks too. */
    static Optional<String> next(ListResponse page) {
        Optional<String> id = page.nextPageId().filter(text -> !text.isEmpty());
        if (id.isPresent()) {
            return id.map(ID::concat);
        }
        int token = page.nextPageToken().orElse(0);
        return token == 0 ? Optional.empty() : Optional.of(TOKEN + token);
    }

    /** The same question about the page behind a cursor. */
    static ListParameters behind(ListParameters first, String cursor) {
        boolean isId = cursor.startsWith(ID);
        return ListParameters.builder()
                .from(first)
                .pageId(isId ? Optional.of(cursor.substring(ID.length())) : Optional.empty())
                .pageToken(
                        isId ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cursor.substring(TOKEN.length()))))
                .build();
    }
}
