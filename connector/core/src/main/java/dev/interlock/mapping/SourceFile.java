package dev.interlock.mapping;

/**
 * A configuration file, read but not understood.
 *
 * @param name as problems shall name it
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and read once.
public record SourceFile(String name, byte[] content) {

    public SourceFile {
        content = content.clone();
    }
}
