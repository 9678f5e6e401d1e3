package dev.interlock.simulation;

/** Scratch runner. */
final class Main {
    public static void main(String[] args) throws Exception {
        long from = Long.parseLong(args[0]);
        int count = Integer.parseInt(args[1]);
        int show = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        java.util.Map<String, Integer> kinds = new java.util.TreeMap<>();
        long start = System.nanoTime();
        try (House house = new House()) {
            for (long seed = from; seed < from + count; seed++) {
                Schedule schedule = Schedule.of(seed);
                Simulation.Outcome outcome = Simulation.play(house, schedule, Guise.NONE);
                if (outcome.violation().isPresent()) {
                    Violation v = outcome.violation().get();
                    System.out.println(seed + " " + v.getMessage());
                    kinds.merge(v.invariant().name(), 1, Integer::sum);
                    if ((args.length < 4 || v.invariant().name().equals(args[3])) && show-- > 0) {
                        System.out.println("seed " + seed + ": " + v.getMessage());
                        Schedule small = Shrinking.shrink(house, schedule, Guise.NONE, v.invariant());
                        Simulation.Outcome again = Simulation.play(house, small, Guise.NONE);
                        again.log().forEach(System.out::println);
                        System.out.println("=> " + again.violation().map(Throwable::getMessage));
                        if (v.getCause() != null) v.getCause().printStackTrace(System.out);
                        System.out.println(small);
                    }
                }
            }
        }
        System.out.println(count + " schedules, " + kinds + ", " + (System.nanoTime() - start) / 1_000_000 + " ms");
        System.exit(0);
    }
}
