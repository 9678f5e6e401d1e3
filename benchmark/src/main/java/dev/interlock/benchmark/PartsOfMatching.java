package dev.interlock.benchmark;

import dev.interlock.normalise.CompanyName;
import dev.interlock.normalise.EmailAddress;
import dev.interlock.normalise.PersonName;
import dev.interlock.normalise.PhoneNumbers;
import dev.interlock.normalise.WebDomain;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What one value takes to be normalised, in microseconds. Public, because the harness makes a class of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PartsOfMatching {

    private static final Optional<String> GERMANY = Optional.of("DE");

    private String company = "Müller & Söhne Handelsgesellschaft mbH";
    private String person = "Dr. van der Berg, Anna-Lena";
    private String phone = "030 / 555 01-00";
    private String email = "Anna.Berg+news@Mail.Example.COM";
    private String site = "https://www.shop.example.co.uk/contact?x=1";

    static void run() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(PartsOfMatching.class.getSimpleName())
                        .forks(1)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
    }

    @Benchmark
    public Object company() {
        return CompanyName.of(company);
    }

    @Benchmark
    public Object person() {
        return PersonName.matchForm(person);
    }

    @Benchmark
    public Object phone() {
        return PhoneNumbers.normal(phone, GERMANY);
    }

    @Benchmark
    public Object email() {
        return EmailAddress.normal(email);
    }

    @Benchmark
    public Object domain() {
        return WebDomain.registrable(site);
    }
}
