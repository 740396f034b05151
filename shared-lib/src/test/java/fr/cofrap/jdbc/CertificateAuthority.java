package fr.cofrap.jdbc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Signs server certificates, with the JDK's keytool. */
final class CertificateAuthority {
  private static final String STORE_PASSWORD = "of a test";
  private static final String ITSELF = "authority";

  private final Path folder;

  CertificateAuthority(Path folder) throws Exception {
    this.folder = Files.createDirectories(folder);
    generate(ITSELF, "-ext", "bc:c");
    write(certificate(), "CERTIFICATE", store().getCertificate(ITSELF).getEncoded());
  }

  /** PEM file of its own certificate, which clients trust. */
  Path certificate() {
    return folder.resolve("authority.pem");
  }

  /** A certificate for one host name, valid now. */
  ServerCertificate issue(String hostName) throws Exception {
    return issued(hostName, hostName);
  }

  /** A certificate for one host name that expired yesterday. */
  ServerCertificate issueExpired(String hostName) throws Exception {
    return issued("expired-" + hostName, hostName, "-startdate", "-3d", "-validity", "2");
  }

  private ServerCertificate issued(String alias, String hostName, String... options)
      throws Exception {
    List<String> all = new ArrayList<>(List.of("-signer", ITSELF, "-ext", "san=dns:" + hostName));
    all.addAll(List.of(options));
    generate(alias, all.toArray(String[]::new));
    ServerCertificate issued =
        new ServerCertificate(folder.resolve(alias + ".crt"), folder.resolve(alias + ".key"));
    write(issued.certificate(), "CERTIFICATE", store().getCertificate(alias).getEncoded());
    write(
        issued.key(),
        "PRIVATE KEY",
        store().getKey(alias, STORE_PASSWORD.toCharArray()).getEncoded());
    return issued;
  }

  private void generate(String alias, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                folder.resolve("keys.p12").toString(),
                "-storepass",
                STORE_PASSWORD,
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + alias));
    command.addAll(List.of(options));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(folder.resolve("keys.p12").toFile(), STORE_PASSWORD.toCharArray());
  }

  /** PostgreSQL rejects a key that others may read. */
  private static void write(Path file, String type, byte[] content) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String base64 = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type, base64));
  }

  /** PEM files of a server's certificate and its key. */
  record ServerCertificate(Path certificate, Path key) {}
}
