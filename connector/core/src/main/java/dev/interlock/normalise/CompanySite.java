package dev.interlock.normalise;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A company's name without the branch or site that was written behind it: {@code Acme Corp - Dublin}. It is one only where
 * the legal form stands before it, or a word says so; else {@code Rolls-Royce - Bentley} would lose half its name.
 *
 * @param company the name as it was written, without the site
 * @param site the site or branch; empty if none is told
 */
public record CompanySite(String company, Optional<String> site) {

    private static final Pattern BEHIND =
            Pattern.compile("^(.{2,200}?)(?: [-\\u2013\\u2014|] |, | \\()([^()]{2,80})\\)?$");
    private static final Pattern BRANCH = Pattern.compile(
            "(?iu)(?:^|.* )(?:branch|office|site|plant|headquarters|hq|niederlassung|zweigniederlassung|werk|standort"
                    + "|succursale|agence|sucursal|filial[ei]?|oddział|vestiging)(?: .*|$)");

    private static final int LONGEST = 300;

    /** Takes a name apart; one without a site stays whole. */
    public static CompanySite of(String name) {
        String line = Wording.squeeze(name);
        Matcher behind = BEHIND.matcher(line);
        if (line.length() > LONGEST || !behind.matches()) {
            return new CompanySite(line, Optional.empty());
        }
        String company = behind.group(1);
        String site = Wording.squeeze(behind.group(2));
        boolean isAfterForm = CompanyName.of(company).legalForm().isPresent()
                && CompanyName.of(site).legalForm().isEmpty()
                && !CompanyName.of("x " + site).core().equals("x");
        boolean isTold = BRANCH.matcher(site).matches();
        return isAfterForm || isTold
                ? new CompanySite(company, Optional.of(site))
                : new CompanySite(line, Optional.empty());
    }
}
