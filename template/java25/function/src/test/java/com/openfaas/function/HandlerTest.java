package com.openfaas.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.openfaas.model.IResponse;
import fr.cofrap.runtime.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HandlerTest {
  private final Handler handler = new Handler();

  @ParameterizedTest
  @CsvSource({"Zoé, 'Hello, Zoé!'", "' Zoé ', 'Hello, Zoé!'", "'', 'Hello, world!'"})
  void greets(String name, String greeting) {
    IResponse response = handler.Handle(HttpRequest.post("text/plain", name));
    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getBody()).isEqualTo(greeting);
  }

  @Test
  void rejectsOtherMethodsThanPost() {
    IResponse response = handler.Handle(new HttpRequest("GET", "/", null, Map.of(), new byte[0]));
    assertThat(response.getStatusCode()).isEqualTo(405);
    assertThat(response.getHeader("Allow")).isEqualTo("POST");
  }
}
