package fr.cofrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestBodyTest {
  private static final Set<String> FIELDS =
      Set.of("username", "password", "code", "renew", "renewalTicket");

  @Test
  void readsEveryField() throws InvalidRequest {
    RequestBody body =
        parse(
            "{\"username\":\"Alice\",\"password\":\" p \",\"code\":\"012345\",\"renew\":true,"
                + "\"renewalTicket\":\"t\"}");
    assertThat(body.username().value()).isEqualTo("alice");
    assertThat(body.password().revealToOwner()).isEqualTo(" p ");
    assertThat(body.code()).isNotNull();
    assertThat(body.renew()).isTrue();
    assertThat(body.renewalTicket()).contains("t");
  }

  @Test
  void doesNotRequireOptionalFields() throws InvalidRequest {
    RequestBody body = parse("{}");
    assertThat(body.renew()).isFalse();
    assertThat(body.renewalTicket()).isEmpty();
    assertThat(parse("{\"renew\":false}").renew()).isFalse();
  }

  @Test
  void rejectsMissingFields() throws InvalidRequest {
    RequestBody body = parse("{}");
    assertThatThrownBy(body::username).hasMessage("The field username is missing.");
    assertThatThrownBy(body::password).hasMessage("The field password is missing.");
    assertThatThrownBy(body::code).hasMessage("The field code is missing.");
  }

  @Test
  void rejectsFieldsOfTheWrongType() throws InvalidRequest {
    RequestBody booleans =
        parse(
            "{\"username\":true,\"password\":true,\"code\":true,\"renew\":\"true\","
                + "\"renewalTicket\":false}");
    assertThatThrownBy(booleans::username).hasMessage("The field username must be a string.");
    assertThatThrownBy(booleans::password).hasMessage("The field password must be a string.");
    assertThatThrownBy(booleans::code).hasMessage("The field code must be a string.");
    assertThatThrownBy(booleans::renew).hasMessage("The field renew must be true or false.");
    assertThatThrownBy(booleans::renewalTicket)
        .hasMessage("The field renewalTicket must be a string.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"username\":1}",
        "{\"username\":null}",
        "{\"renew\":null}",
        "{\"renewalTicket\":null}",
        "{\"code\":123456}",
        "{\"username\":[]}",
        "[]",
        "",
        "{\"user\":\"alice\"}",
        "{\"Username\":\"alice\"}",
        "{\"username\":\"alice\",\"admin\":true}",
        "{\"username\":\"alice\",\"username\":\"bob\"}",
      })
  void rejectsAnythingOutsideTheContract(String json) {
    assertThatThrownBy(() -> parse(json)).isInstanceOf(InvalidRequest.class);
  }

  @Test
  void rejectsFieldsThatTheEndpointDoesNotDeclare() {
    assertThatThrownBy(() -> RequestBody.parse("{\"code\":\"123456\"}", Set.of("username")))
        .isInstanceOf(InvalidRequest.class);
  }

  @Test
  void acceptsPasswordsOfUpTo128CodePoints() throws InvalidRequest {
    assertThat(password("").password()).isNotNull();
    assertThat(password("p".repeat(128)).password()).isNotNull();
    assertThat(password("\uD83D\uDE00".repeat(128)).password()).isNotNull();
    assertThatThrownBy(password("p".repeat(129))::password).isInstanceOf(InvalidRequest.class);
    assertThatThrownBy(password("\uD83D\uDE00".repeat(129))::password)
        .isInstanceOf(InvalidRequest.class);
  }

  @Test
  void acceptsAnyTextAsATicket() throws InvalidRequest {
    assertThat(ticket("").renewalTicket()).contains("");
    assertThat(ticket("t".repeat(4000)).renewalTicket()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+12345", "0123456", "12345", " 123456", "123456\\n", "12345a", ""})
  void rejectsACodeThatIsNotSixDigits(String code) throws InvalidRequest {
    RequestBody body = parse("{\"code\":\"" + code + "\"}");
    assertThatThrownBy(body::code).hasMessage("The field code must be six digits.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "al ice", "alice\\u0000", "alice\\r\\n", "\\u0130brahim"})
  void rejectsAnInvalidUsernameWithoutEchoingIt(String name) throws InvalidRequest {
    RequestBody body = parse("{\"username\":\"" + name + "\"}");
    assertThatThrownBy(body::username)
        .hasMessage("The field username must have 3 to 64 of the characters A-Z a-z 0-9 . _ -");
  }

  private static RequestBody password(String password) throws InvalidRequest {
    return parse("{\"password\":\"" + password + "\"}");
  }

  private static RequestBody ticket(String ticket) throws InvalidRequest {
    return parse("{\"renewalTicket\":\"" + ticket + "\"}");
  }

  private static RequestBody parse(String json) throws InvalidRequest {
    return RequestBody.parse(json, FIELDS);
  }
}
