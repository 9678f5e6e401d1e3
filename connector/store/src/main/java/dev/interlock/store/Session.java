package dev.interlock.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection inside a transaction, and the few ways in which rows go through it. Parameters are texts, numbers, flags,
 * {@link Instant}s, enums (by name), and collections of texts or of longs, each different one once. Every failure of
 * the database leaves as {@code StoreUnavailable}.
 *
 * <p>Rows are looked up by the thousand with {@code from unnest(cast(? as varchar array)) as asked (wanted) join ...}: both
 * databases use an index for each value, where H2 would compare each row found with every value of {@code any(?)}.
 */
final class Session {

    private final Connection connection;
    private final Trouble trouble;

    Session(Connection connection, Trouble trouble) {
        this.connection = connection;
        this.trouble = trouble;
    }

    /** Makes a value of the current row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(String sql, Reader<T> reader, @Nullable Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (row.next()) {
                    all.add(reader.read(row));
                }
                return all;
            }
        } catch (SQLException e) {
            throw trouble.of(e);
        }
    }

    /** The first column of the only row, which must be a number. */
    long number(String sql, @Nullable Object... parameters) {
        return rows(sql, row -> row.getLong(1), parameters).getFirst();
    }

    /** Answers how many rows were changed. */
    int run(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw trouble.of(e);
        }
    }

    /** Runs the statement once for each list of parameters, in one batch; not at all if there are none. */
    void batch(String sql, List<@Nullable Object[]> each) {
        if (each.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] parameters : each) {
                bind(statement, parameters);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw trouble.of(e);
        }
    }

    /** Nanoseconds since 1970; times before 1678 and after 2261 become the first and the last that can be written. */
    static long nanos(Instant instant) {
        try {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        } catch (ArithmeticException e) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private void bind(PreparedStatement statement, int index, @Nullable Object parameter) throws SQLException {
        switch (parameter) {
            case null -> statement.setString(index, null);
            case String text -> statement.setString(index, Storable.text(text));
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case Boolean flag -> statement.setBoolean(index, flag);
            case Instant instant -> statement.setLong(index, nanos(instant));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case Collection<?> many -> bindArray(statement, index, many);
            default -> throw new IllegalArgumentException("no column holds a " + parameter.getClass());
        }
    }

    private void bindArray(PreparedStatement statement, int index, Collection<?> many) throws SQLException {
        boolean numbers = !many.isEmpty() && many.iterator().next() instanceof Long;
        Object[] elements = many.stream()
                .map(each -> each instanceof String text ? Storable.text(text) : each)
                .distinct()
                .toArray();
        statement.setArray(index, connection.createArrayOf(numbers ? "bigint" : "varchar", elements));
    }
}
