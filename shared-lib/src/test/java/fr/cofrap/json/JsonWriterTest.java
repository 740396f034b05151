package fr.cofrap.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JsonWriterTest {
  @Test
  void writesMembersInOrderEachByItsType() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("success", true);
    members.put("status", 401);
    members.put("none", null);
    members.put("at", Instant.parse("2026-11-20T12:00:00Z"));
    members.put("text", "a\"b\\c\n");
    assertThat(JsonWriter.object(members))
        .isEqualTo(
            "{\"success\":true,\"status\":401,\"none\":null,\"at\":\"2026-11-20T12:00:00Z\","
                + "\"text\":\"a\\\"b\\\\c\\n\"}");
  }

  @Test
  void writesWhatTheReaderReads() throws InvalidJson {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 3000; c++) {
      all.append((char) c);
    }
    Map<String, Object> members = Map.of("a", all.toString());
    assertThat(FlatObject.read(JsonWriter.object(members))).isEqualTo(members);
  }
}
