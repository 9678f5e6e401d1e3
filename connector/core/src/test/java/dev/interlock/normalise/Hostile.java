package dev.interlock.normalise;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Strings as people and systems really send them, and worse ones. */
public final class Hostile {

    private static final List<String> PIECES = List.of(
            "Acme",
            "GmbH",
            "GmbH & Co. KG",
            "Ltd",
            "Inc.",
            "S.A. de C.V.",
            "The",
            "and",
            "&",
            "Co",
            "O'Brien",
            "van",
            "de",
            "Jr.",
            "株式会社",
            "ООО",
            "Ромашка",
            "Zürich",
            "Łódź",
            "ß",
            "İ",
            "ı",
            "é",
            "e\u0301",
            "\u00a0",
            "\u200b",
            "\ufeff",
            "\0",
            "\r\n",
            "\n",
            "\t",
            " ",
            "  ",
            "\"",
            "'",
            "''",
            ";",
            ",",
            ".",
            "..",
            "/",
            "\\",
            "-",
            "+",
            "@",
            "a@b.co",
            "A@B.CO",
            "mailto:x@y.de",
            "<x@y.de>",
            "https://",
            "www.acme.com",
            "acme.co.uk",
            "gmail.com",
            "xn--",
            "münchen.de",
            ":8080",
            "?q=1",
            "#",
            "+49 30 123456",
            "(555) 123-4567",
            "+1",
            "ext. 9",
            "x9",
            "1,234.50",
            "1.234,50",
            "1e5",
            "1e999999999",
            "-0",
            "NaN",
            "$",
            "EUR",
            "2026-01-02",
            "2026-02-30",
            "T",
            "Z",
            "+0000",
            "1767312000000",
            "😀",
            "\ud83d",
            "\ude00",
            "ﬁ",
            "Ａｃｍｅ",
            "٣",
            "Ⅷ",
            "\u202e",
            "null",
            "true",
            "[",
            "]",
            "[\"a\"]",
            "{",
            "${X}",
            "%",
            "🇩🇪",
            "Germany",
            "Philipines",
            "usa",
            "\u1fef",
            "\u0345",
            "ΐ",
            "ŉ",
            "㈱",
            "ǆ",
            "\u0130\u0307");

    private Hostile() {}

    public static Arbitrary<String> strings() {
        Arbitrary<String> pieced = Arbitraries.of(PIECES).list().ofMaxSize(6).map(pieces -> String.join("", pieces));
        Arbitrary<String> worded = Arbitraries.of(PIECES).list().ofMaxSize(6).map(pieces -> String.join(" ", pieces));
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(30);
        Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMaxLength(30);
        return Arbitraries.oneOf(List.of(pieced, worded, any, ascii));
    }

    /** Gives every {@code @ForAll @Nasty String}. */
    public static final class Provider implements ArbitraryProvider {
        @Override
        public boolean canProvideFor(TypeUsage type) {
            return type.isOfType(String.class) && type.isAnnotated(Nasty.class);
        }

        @Override
        public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
            return Set.of(strings());
        }

        @Override
        public int priority() {
            return 10;
        }
    }
}
