package org.kukai.account;

import java.util.Locale;
import java.util.Set;

/**
 * Passwords that are long enough and still among the first that anybody tries. A short list: the limit of attempts does the
 * rest.
 */
final class CommonPasswords {
    private static final int FEWEST_DIFFERENT = 4;

    private static final Set<String> KNOWN = Set.of(
            "1234567890",
            "12345678910",
            "123456789a",
            "0123456789",
            "0987654321",
            "9876543210",
            "1q2w3e4r5t",
            "1qaz2wsx3edc",
            "abcdefghij",
            "abcd123456",
            "administrator",
            "adminadmin",
            "admin12345",
            "asdfghjkl1",
            "asdfghjkl;",
            "basketball",
            "changeme123",
            "changemenow",
            "chocolate1",
            "correcthorsebatterystaple",
            "football123",
            "helloworld",
            "iloveyou12",
            "iloveyou123",
            "letmein123",
            "letmeinnow",
            "lovelovelove",
            "mypassword",
            "password01",
            "password10",
            "password11",
            "password12",
            "password123",
            "password1234",
            "password12345",
            "password123456",
            "passwordpassword",
            "passw0rd123",
            "p@ssw0rd123",
            "p@ssword123",
            "princess123",
            "qazwsxedcrfv",
            "q1w2e3r4t5",
            "qwerty1234",
            "qwerty12345",
            "qwerty123456",
            "qwertyqwerty",
            "qwertyuiop",
            "qwertyuiop123",
            "secretsecret",
            "secret1234",
            "starwars123",
            "sunshine123",
            "superman123",
            "test123456",
            "testtesttest",
            "trustno1trustno1",
            "welcome123",
            "welcome1234",
            "zaq12wsxcde3",
            "zxcvbnm123",
            "haikuhaiku",
            "haikuhaikuhaiku",
            "kukaikukai",
            "kukai12345");

    private CommonPasswords() {}

    static boolean contain(String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        return KNOWN.contains(plain) || plain.codePoints().distinct().count() < FEWEST_DIFFERENT;
    }
}
