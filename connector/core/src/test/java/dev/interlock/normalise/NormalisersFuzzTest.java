package dev.interlock.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Every normaliser has an answer for any bytes that pose as text, and normalising twice is normalising once. */
class NormalisersFuzzTest {

    private static final Optional<String> US = Optional.of("US");

    @FuzzTest(maxDuration = "1m")
    void normalising_is_total_and_idempotent(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        isStable(Wording::trim, text);
        isStable(Wording::squeeze, text);
        isStable(Folding::fold, text);
        isStable(name -> CompanyName.of(name).core(), text);
        isStable(name -> PersonName.split(name).full(), text);
        isStable(PersonName::matchForm, text);
        isStable(EmailAddress::normal, text);
        isStable(WebDomain::normal, text);
        isStable(number -> PhoneNumbers.normal(number, US), text);
        isStable(number -> PhoneNumbers.normal(number, Optional.empty()), text);
        isStable(name -> Countries.code(name).orElse(""), text);
        isStable(WrittenName::company, text);
        isStable(WrittenName::person, text);
        isStable(Mailboxes::of, text);
        isStable(postcode -> Postcodes.normal(postcode, "GB"), text);
        reads(text);
    }

    private static void isStable(UnaryOperator<String> normaliser, String text) {
        String once = normaliser.apply(text);
        assertThat(normaliser.apply(once)).isEqualTo(once);
    }

    private static void reads(String text) {
        TypedDate.read(text);
        Money.read(text);
        Regions.code(text, "US");
        StreetAddress.of(text);
        CompanySite.of(text);
        FullName.of(text);
        Mailboxes.in(text);
        CompanyName.parted(text);
        PhoneNumbers.national(text);
        PhoneNumbers.international(text);
        Placeholder.is(text);
        WebDomain.registrable(text);
        Numbers.readMoney(text);
        Numbers.read(text)
                .ifPresent(number -> assertThat(Numbers.read(number.toPlainString()))
                        .hasValueSatisfying(again -> assertThat(again).isEqualByComparingTo(number)));
        Times.day(text).ifPresent(day -> assertThat(Times.day(day.toString())).contains(day));
        Times.moment(text)
                .ifPresent(moment -> assertThat(Times.moment(moment.toString())).contains(moment));
    }
}
