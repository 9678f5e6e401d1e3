package dev.interlock.match;

/** Scatters values evenly; the same in every run. */
final class Hash {

    private Hash() {}

    static int of(byte[] word) {
        return (int) (mix(word) >>> 32);
    }

    /** 64 bits, so that among a hundred million keys hardly two meet by chance. */
    static long mix(byte[] word) {
        long hash = 0xcbf29ce484222325L;
        for (byte letter : word) {
            hash = (hash ^ (letter & 0xff)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood, 2014). */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    static long mix(long one, long other) {
        return mix(one * 0x9e3779b97f4a7c15L + mix(other));
    }
}
