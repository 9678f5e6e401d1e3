package dev.interlock.normalise;

import com.google.common.net.InternetDomainName;
import com.ibm.icu.text.IDNA;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The domain that an organisation has registered, read out of URLs, e-mail addresses and host names. */
public final class WebDomain {

    private static final Pattern SCHEME = Pattern.compile("^(?:[a-z][a-z0-9+.-]*:)?//|^mailto:");
    private static final Pattern END_OF_HOST = Pattern.compile("[/?#\\\\\\s,;]");
    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final Set<String> SHARED = Stream.of("shared-mail-hosts.txt", "shared-web-hosts.txt")
            .flatMap(list -> WordList.lines(list).stream())
            .collect(Collectors.toUnmodifiableSet());

    private WebDomain() {}

    /** The registrable domain in ASCII, by the public suffix list; the text in lower case if there is none. */
    public static String normal(String text) {
        String lower = Wording.squeeze(Wording.squeeze(text).toLowerCase(Locale.ROOT));
        return registrable(lower).orElse(lower);
    }

    /** The registrable domain; empty for IP addresses, bare host names and anything else that has none. */
    public static Optional<String> registrable(String text) {
        String lower = Wording.squeeze(text).toLowerCase(Locale.ROOT);
        String rest = SCHEME.matcher(lower).replaceFirst("");
        String authority = END_OF_HOST.split(rest, 2)[0];
        String host = PORT.matcher(EmailAddress.host(authority)).replaceFirst("");
        Optional<InternetDomainName> name =
                ascii(host).filter(InternetDomainName::isValid).map(InternetDomainName::from);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        InternetDomainName domain = name.get();
        if (domain.isUnderPublicSuffix()) {
            return Optional.of(domain.topPrivateDomain().toString());
        }
        return domain.isPublicSuffix() ? Optional.empty() : underUnlisted(domain);
    }

    /** A top level that the list does not know is a suffix itself (publicsuffix.org, "If no rules match"). */
    private static Optional<String> underUnlisted(InternetDomainName domain) {
        List<String> labels = domain.parts();
        return labels.size() < 2
                ? Optional.empty()
                : Optional.of(String.join(".", labels.subList(labels.size() - 2, labels.size())));
    }

    /** Whether the domain gives mailboxes or pages to everybody, so that sharing it says nothing. */
    public static boolean isShared(String domain) {
        return SHARED.contains(domain);
    }

    /**
     * The host in ASCII; empty if IDNA refuses it (UTS 46, section 4). Such a host must not be cut down to the labels that
     * are well formed, because these would be written in ASCII the next time.
     */
    private static Optional<String> ascii(String host) {
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (Wording.isAscii(bare) || bare.length() > 253) {
            return Optional.of(bare);
        }
        StringBuilder ascii = new StringBuilder();
        IDNA.Info verdict = new IDNA.Info();
        IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII).nameToASCII(bare, ascii, verdict);
        return verdict.hasErrors() ? Optional.empty() : Optional.of(ascii.toString());
    }
}
