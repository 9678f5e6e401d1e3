package dev.interlock.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MÜLLER & SÖHNE GMBH          | Müller & Söhne GmbH
                    müller & söhne gmbh & co. kg | Müller & Söhne GmbH & Co. KG
                    ACME INDUSTRIES, INC.        | Acme Industries, Inc.
                    BANK OF AMERICA              | Bank of America
                    GRUPO ACERO S.A. DE C.V.     | Grupo Acero S.A. de C.V.
                    THE COCA-COLA COMPANY        | The Coca-Cola Company
                    ROLLS-ROYCE PLC              | Rolls-Royce PLC
                    MCDONALD'S CORP              | McDonald's Corp
                    L'OREAL SA                   | L'Oreal SA
                    IBM DEUTSCHLAND GMBH         | IBM Deutschland GmbH
                    HSBC HOLDINGS PLC            | HSBC Holdings PLC
                    Acme GMBH                    | Acme GmbH
                    acme                         | Acme
                    ΑΚΜΗ ΑΕ                      | ΑΚΜΗ ΑΕ
                    РОМАШКА                      | Ромашка
                    """)
    void a_company_without_capitals_of_its_own_gets_proper_ones(String typed, String written) {
        assertThat(WrittenName.company(typed)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eBay",
                "eBay Inc.",
                "IBM",
                "SAP SE",
                "3M",
                "AT&T Inc",
                "McDonald's",
                "BMW AG",
                "iRobot Corporation",
                "adidas AG (Herzogenaurach)",
                "GmbH",
                "株式会社サンプル",
                "شركة المثال",
                "😀",
                ""
            })
    void capitals_that_somebody_chose_stay(String name) {
        assertThat(WrittenName.company(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ANN O'NEIL             | Ann O'Neil
                    ludwig van beethoven   | Ludwig van Beethoven
                    LUDWIG VAN BEETHOVEN   | Ludwig van Beethoven
                    JEAN-LUC PICARD        | Jean-Luc Picard
                    RONALD MCDONALD        | Ronald McDonald
                    MARTIN KING JR.        | Martin King Jr.
                    HENRY TUDOR VIII       | Henry Tudor Viii
                    JOHN PAUL II           | John Paul II
                    JOSÉ DE LA CRUZ        | José de la Cruz
                    J.R. EWING             | J.R. Ewing
                    McDonald               | McDonald
                    DiCaprio               | DiCaprio
                    """)
    void a_person_without_capitals_gets_proper_ones(String typed, String written) {
        assertThat(WrittenName.person(typed)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Müller & Söhne GmbH & Co. KG | Müller & Söhne | GmbH & Co. KG
                    Acme Industries, Inc.        | Acme Industries| Inc.
                    The Acme Company             | The Acme       | Company
                    ООО Ромашка                  | Ромашка        | ООО
                    Grupo Acme S.A. de C.V.      | Grupo Acme     | S.A. de C.V.
                    Acme                         | Acme           | ''
                    Limited                      | Limited        | ''
                    """)
    void a_legal_form_is_kept_apart_and_not_lost(String name, String plain, String form) {
        assertThat(CompanyName.parted(name)).isEqualTo(new CompanyName.Parted(plain, form));
    }

    @Property
    void writing_properly_is_total_and_idempotent_and_the_same_company(@ForAll @Nasty String text) {
        String once = WrittenName.company(text);
        assertThat(WrittenName.company(once)).isEqualTo(once);
        assertThat(Wording.squeeze(once)).isEqualTo(once);
        assertThat(CompanyName.parted(once).plain().isEmpty()).isEqualTo(once.isEmpty());
    }

    @Property
    void writing_a_person_properly_is_total_and_idempotent(@ForAll @Nasty String text) {
        String once = WrittenName.person(text);
        assertThat(WrittenName.person(once)).isEqualTo(once);
    }
}
