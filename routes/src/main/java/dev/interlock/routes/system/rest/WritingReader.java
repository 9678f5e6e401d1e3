package dev.interlock.routes.system.rest;

import dev.interlock.mapping.Yaml;
import java.util.Optional;
import java.util.Set;

/** Reads how an object is written. */
final class WritingReader {

    private final Keys object;
    private final Keys keys;
    private final String path;

    WritingReader(Keys object, String path) {
        this.object = object;
        this.keys = object.mapping("write");
        this.path = path;
    }

    Writing writing() {
        Keys update = keys.mapping("update");
        return new Writing(
                ObjectReader.operation(keys.mapping("create"), "POST", path),
                keys.some("upsert").map(upsert -> ObjectReader.operation(upsert, "PUT", path)),
                ObjectReader.operation(update, object.text("update", "PATCH"), path + "/{id}"),
                ObjectReader.operation(keys.mapping("delete"), "DELETE", path + "/{id}"),
                update.text("sends", "changes").equals("whole") ? Writing.Sends.WHOLE : Writing.Sends.CHANGES,
                update.words("without"),
                nulls(),
                keys.some("version").map(WritingReader::version),
                keys.some("once").map(once -> new Writing.Once(once.text("header", ""), once.text("field", ""))));
    }

    private Writing.Nulls nulls() {
        Optional<Keys> parameter = keys.some("nulls");
        if (parameter.isPresent()) {
            return new Writing.Nulls("parameter", parameter.get().required("parameter"));
        }
        String how = keys.yaml()
                .get("nulls")
                .flatMap(Yaml::scalar)
                .map(Yaml.Scalar::text)
                .orElse("null");
        if (!Set.of("null", "", "~", "empty").contains(how)) {
            keys.problem("nulls", "nulls must be null, empty, or { parameter: NAME }");
        }
        return new Writing.Nulls(how.equals("empty") ? "empty" : "null", "");
    }

    private static Writing.Version version(Keys version) {
        String field = version.text("field", "");
        return new Writing.Version(
                version.text("header", field.isEmpty() ? "If-Match" : ""),
                field,
                version.text("path", field),
                version.numbers("statuses", Set.of(412)),
                version.words("codes"));
    }
}
