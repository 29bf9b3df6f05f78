package org.kukai.llm;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.kukai.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EndpointTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8000/v1",
                "http://localhost:11434/v1",
                "https://192.168.1.20/v1",
                "http://[::1]:8080/v1",
                "http://models.example.invalid/v1"
            })
    void takesServersHereNearAndFar(String url) {
        assertThat(Endpoint.check(url)).isEqualTo(url);
        assertThat(Endpoint.check(" " + url + "// ")).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Give the base URL",
                "127.0.0.1:8000 | ",
                "file:///etc/passwd | http://",
                "ftp://127.0.0.1/ | http://",
                "jar:http://127.0.0.1!/ | ",
                "http:///v1 | ",
                "http://user:secret@127.0.0.1/v1 | key in its own field",
                "http://127.0.0.1/v1?x=1 | no ?",
                "http://127.0.0.1/v1#x | no ?",
                "http://127.0.0.1:99999/v1 | port",
                "http://a b/v1 | not a URL",
                "http://169.254.169.254/v1 | link-local",
                "http://169.254.1.1/v1 | link-local",
                "http://2852039166/v1 | ",
                "http://0xA9FEA9FE/v1 | ",
                "http://0xa9.0xfe.0xa9.0xfe/v1 | ",
                "http://0251.0376.0251.0376/v1 | ",
                "http://169.254.43518/v1 | ",
                "http://169.254.169.254./v1 | ",
                "http://%31%36%39.254.169.254/v1 | ",
                "http://①⑥⑨.254.169.254/v1 | ",
                "http://[::ffff:a9fe:a9fe]/v1 | link-local",
                "http://[::169.254.169.254]/v1 | link-local",
                "file:/etc/passwd | http://",
                "http://[fe80::1]/v1 | link-local",
                "http://[::ffff:169.254.169.254]/v1 | link-local",
                "http://[64:ff9b::a9fe:a9fe]/v1 | link-local",
                "http://[64:ff9b:1::a9fe:a9fe]/v1 | link-local",
                "http://[2002:a9fe:a9fe::1]/v1 | link-local",
                "http://[fd00:ec2::254]/v1 | metadata",
                "http://[fd20:ce::254]/v1 | metadata",
                "http://168.63.129.16/v1 | metadata",
                "http://metadata.azure.com/v1 | metadata",
                "http://100.100.100.200/v1 | metadata",
                "http://metadata.google.internal/v1 | metadata",
                "http://METADATA.google.internal./v1 | metadata",
                "http://0.0.0.0/v1 | no address of one server",
                "http://224.0.0.1/v1 | no address of one server",
            })
    void refusesWhatIsNoModelServer(String url, String why) {
        assertThatThrownBy(() -> Endpoint.check(url))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(why == null ? "cannot be used" : why)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void refusesANameThatLeadsToTheMetadataService() throws UnknownHostException {
        InetAddress metadata = InetAddress.ofLiteral("169.254.169.254");
        InetAddress harmless = InetAddress.ofLiteral("127.0.0.1");
        assertThat(Endpoint.problemOfHost("models.example", name -> new InetAddress[] {harmless, metadata}))
                .contains("leads to 169.254.169.254");
        assertThat(Endpoint.problemOfHost("models.example", name -> new InetAddress[] {harmless}))
                .isNull();
        assertThat(Endpoint.problemOfHost("models.example", name -> {
                    throw new UnknownHostException(name);
                }))
                .isNull();
    }
}
