package org.kukai.dataset;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.kukai.RefusedException;

/** The licences that a release may be given out under, by the identifiers that the Hugging Face Hub uses. */
public enum Licence {
    CC_BY_4_0("cc-by-4.0", "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    CC_BY_SA_4_0(
            "cc-by-sa-4.0",
            "Creative Commons Attribution-ShareAlike 4.0",
            "https://creativecommons.org/licenses/by-sa/4.0/"),
    CC_BY_NC_4_0(
            "cc-by-nc-4.0",
            "Creative Commons Attribution-NonCommercial 4.0",
            "https://creativecommons.org/licenses/by-nc/4.0/"),
    CC0_1_0("cc0-1.0", "Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ODC_BY("odc-by", "Open Data Commons Attribution", "https://opendatacommons.org/licenses/by/1-0/"),
    ODBL("odbl", "Open Data Commons Open Database License", "https://opendatacommons.org/licenses/odbl/1-0/"),
    PDDL(
            "pddl",
            "Open Data Commons Public Domain Dedication and License",
            "https://opendatacommons.org/licenses/pddl/1-0/"),
    CDLA_PERMISSIVE_2_0(
            "cdla-permissive-2.0",
            "Community Data License Agreement, Permissive 2.0",
            "https://cdla.dev/permissive-2-0/"),
    APACHE_2_0("apache-2.0", "Apache License 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
    MIT("mit", "MIT License", "https://opensource.org/license/mit");

    private final String id;
    private final String title;
    private final String address;

    Licence(String id, String title, String address) {
        this.id = id;
        this.title = title;
        this.address = address;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    String address() {
        return address;
    }

    /** The licence with this identifier. */
    public static Licence parse(String id) {
        return Arrays.stream(values())
                .filter(licence -> licence.id.equals(id.strip()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.INVALID,
                        "There is no licence “" + id + "” here. Choose one of "
                                + Arrays.stream(values()).map(Licence::id).collect(Collectors.joining(", ")) + "."));
    }
}
