package dev.interlock.normalise;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An amount of money as people type it.
 *
 * @param currency ISO 4217; empty where none is told, or by a sign that several currencies share ({@code $}, {@code ¥},
 *     {@code kr}): that is not guessed
 */
public record Money(BigDecimal amount, Optional<String> currency) {

    private static final Pattern BEFORE = Pattern.compile("^([A-Z]{3}|\\p{Sc})\\s*(?=[+-]?[\\d.])");
    private static final Pattern AFTER = Pattern.compile("(?<=[\\d.])\\s*([A-Z]{3}|\\p{Sc})$");
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** Signs that Unicode gives to one currency alone. */
    private static final Map<String, String> SIGNS = Map.of(
            "€", "EUR", "₹", "INR", "₩", "KRW", "₽", "RUB", "₺", "TRY", "₪", "ILS", "₴", "UAH", "₫", "VND", "₦", "NGN",
            "₱", "PHP");

    private static final int LONGEST = 100;

    /** 1.50 and 1.5 are one amount. */
    public Money {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /** Reads an amount with its currency, before or after it; empty if it is none, or names a currency that does not exist. */
    public static Optional<Money> read(String text) {
        String line = Wording.squeeze(text);
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher before = BEFORE.matcher(line);
        Matcher after = AFTER.matcher(line);
        boolean leads = before.find();
        boolean trails = after.find();
        if (leads && trails) {
            return Optional.empty();
        }
        String sign = leads ? before.group(1) : trails ? after.group(1) : "";
        String number = leads ? line.substring(before.end()) : trails ? line.substring(0, after.start()) : line;
        boolean isCode = !sign.isEmpty() && Character.isLetter(sign.charAt(0));
        if (isCode && !CODES.contains(sign)) {
            return Optional.empty();
        }
        Optional<String> currency = isCode ? Optional.of(sign) : Optional.ofNullable(SIGNS.get(sign));
        return Numbers.read(number).map(amount -> new Money(amount, currency));
    }

    /** {@code 1234.5 EUR}: what {@link #read} reads back. */
    public String written() {
        return amount.toPlainString() + currency.map(code -> " " + code).orElse("");
    }
}
