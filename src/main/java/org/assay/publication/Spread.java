package org.assay.publication;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the live checks of a subject were rated, from plainly false to plainly true, then the labels without a number. */
public record Spread(List<Share> shares, long total) {

    private static final int NONE_LAST = 5;

    /** @param start where its part of a bar begins, as @param width in hundredths of the whole */
    public record Share(String rating, String name, int level, long count, String start, String width) {}

    private record Counted(String rating, String name, int level, long count) {}

    static Spread of(Subject subject) {
        var counted = Panache.getSession()
                .createNativeQuery("""
                        select rating, rating_name, level, checks from rating_count
                        where subject_id = :subject and checks > 0""", Counted.class)
                .setParameter("subject", subject.id())
                .getResultList();
        counted.sort(Comparator.<Counted>comparingInt(each -> each.level() < 0 ? NONE_LAST : each.level())
                .thenComparing(Counted::name));
        long total = counted.stream().mapToLong(Counted::count).sum();
        var shares = new ArrayList<Share>();
        long before = 0;
        for (Counted each : counted) {
            shares.add(new Share(
                    each.rating(),
                    each.name(),
                    each.level(),
                    each.count(),
                    hundredths(before, total),
                    hundredths(each.count(), total)));
            before += each.count();
        }
        return new Spread(List.copyOf(shares), total);
    }

    private static String hundredths(long part, long total) {
        return String.format(Locale.ROOT, "%.2f", 100.0 * part / total);
    }

    /** In words, for whoever does not see the bar. */
    public String sentence() {
        return shares.stream()
                .map(share -> "%s %d".formatted(share.name(), share.count()))
                .collect(Collectors.joining(", ", "How %d checks were rated: ".formatted(total), "."));
    }
}
