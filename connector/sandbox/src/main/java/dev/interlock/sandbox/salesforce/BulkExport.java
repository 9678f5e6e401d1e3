package dev.interlock.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;

/** The answer of a bulk query: a line of names, and lines of values. */
record BulkExport(String object, List<String> header, List<List<String>> rows) {

    BulkExport {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** @throws Refusal for what is no query, or none for a bulk job */
    static BulkExport run(Org org, String query, boolean withDeleted) {
        Soql soql = SoqlParser.parse(org, query);
        if (!(soql.select() instanceof Projection.Fields fields)
                || !fields.children().isEmpty()
                || soql.offset() > 0) {
            throw Refusal.of(
                    "API_ERROR", "FUNCTIONALITY_NOT_ENABLED: Aggregate Relationships not supported in Bulk Query");
        }
        Table table = soql.from();
        List<String> header = fields.paths().stream().map(BulkExport::name).toList();
        List<List<String>> rows = new ArrayList<>();
        for (Row row : new Search(org, soql, withDeleted).rows()) {
            rows.add(fields.paths().stream()
                    .map(path -> BulkCsv.written(path.read(org, table, row)))
                    .toList());
        }
        return new BulkExport(table.type().name(), header, rows);
    }

    private static String name(Path path) {
        StringBuilder name = new StringBuilder();
        path.hops().forEach(hop -> name.append(hop.relationshipName()).append('.'));
        return name.append(path.field().name()).toString();
    }

    /** The lines from one place on, below the names. */
    String csv(int from, int to, BulkLines lines) {
        StringBuilder csv = new StringBuilder(lines.line(header));
        rows.subList(from, to).forEach(row -> csv.append(lines.line(row)));
        return csv.toString();
    }
}
