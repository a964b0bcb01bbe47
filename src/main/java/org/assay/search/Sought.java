package org.assay.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.assay.web.Invalid;

/**
 * What somebody looks for: words that must all be there, as written, in another form or nearly so; phrases in quotation
 * marks; and with a minus what must not be there. Nothing that is typed is an error but too much of it.
 */
final class Sought {

    /** In code points. */
    static final int LONGEST = 300;

    private static final int MOST = 32;
    private static final int FUZZY_EXPANSIONS = 50;

    private static final Pattern PART = Pattern.compile("(?<!\\S)(-?)(?:[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]|(\\S+))");

    /**
     * @param terms as written: one, or several for a phrase and for scripts without spaces between words
     * @param edits how many letters of a single word may be wrong
     */
    private record Part(boolean not, List<String> terms, Set<String> stems, boolean beginning, int edits) {

        boolean isOneWord() {
            return terms.size() == 1;
        }
    }

    private final List<Part> parts;

    private Sought(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * @param languages by whose rules words may have other forms
     * @param common tells the words that are so frequent that they are no typing errors
     * @throws Invalid where it is longer than 300 characters or more than 32 words
     */
    static Sought of(String typed, Collection<String> languages, Predicate<String> common) {
        if (typed.codePointCount(0, typed.length()) > LONGEST) {
            throw new Invalid("q", "Please look for something shorter: up to %d characters.".formatted(LONGEST));
        }
        var parts = new ArrayList<Part>();
        var matcher = PART.matcher(typed);
        while (matcher.find()) {
            boolean phrase = matcher.group(2) != null;
            var terms = Analysis.terms(Analysis.WRITTEN, phrase ? matcher.group(2) : matcher.group(3));
            if (!terms.isEmpty()) {
                boolean not = !matcher.group(1).isEmpty();
                boolean last = matcher.end() == typed.length();
                parts.add(new Part(
                        not,
                        terms,
                        phrase ? Set.of() : stems(matcher.group(3), languages),
                        last && !phrase && !not,
                        terms.size() > 1 || common.test(terms.getFirst()) ? 0 : edits(terms.getFirst())));
            }
        }
        if (parts.stream().mapToInt(part -> part.terms().size()).sum() > MOST) {
            throw new Invalid("q", "Please look for fewer words: up to %d.".formatted(MOST));
        }
        return new Sought(parts);
    }

    private static Set<String> stems(String word, Collection<String> languages) {
        var stems = new HashSet<String>();
        languages.forEach(language -> stems.addAll(Analysis.terms(Analysis.stemmed(language), word)));
        return stems;
    }

    /** Whether there is nothing to look for: nothing was typed, or no letter and no figure. */
    boolean isEmpty() {
        return parts.isEmpty();
    }

    Query query() {
        if (isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        var query = new BooleanQuery.Builder();
        for (Part part : parts) {
            query.add(anywhere(part), part.not() ? Occur.MUST_NOT : Occur.MUST);
            if (!part.not()) {
                query.add(new BoostQuery(in(Indexed.STATEMENT, part), 3), Occur.SHOULD);
                query.add(new BoostQuery(in(Indexed.CLAIMANT, part), 2), Occur.SHOULD);
            }
        }
        if (parts.stream().allMatch(Part::not)) {
            query.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return query.build();
    }

    private static Query anywhere(Part part) {
        if (part.not()) {
            return phrase(Indexed.ALL, part.terms());
        }
        var ways = new ArrayList<Query>();
        ways.add(in(Indexed.ALL, part));
        if (part.isOneWord()) {
            String word = part.terms().getFirst();
            if (part.beginning()) {
                ways.add(new BoostQuery(new ConstantScoreQuery(new PrefixQuery(new Term(Indexed.ALL, word))), 0.3f));
            }
            if (part.edits() > 0) {
                ways.add(new BoostQuery(fuzzy(part), 0.2f));
            }
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query in(String field, Part part) {
        var ways = new ArrayList<Query>();
        ways.add(phrase(field, part.terms()));
        part.stems()
                .forEach(stem -> ways.add(new BoostQuery(new TermQuery(new Term(Indexed.stems(field), stem)), 0.8f)));
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query phrase(String field, List<String> terms) {
        return terms.size() == 1
                ? new TermQuery(new Term(field, terms.getFirst()))
                : new PhraseQuery(field, terms.toArray(String[]::new));
    }

    private static FuzzyQuery fuzzy(Part part) {
        return new FuzzyQuery(new Term(Indexed.ALL, part.terms().getFirst()), part.edits(), 1, FUZZY_EXPANSIONS, true);
    }

    /** How many letters may be wrong: none in short words and in figures, where each one makes another word. */
    private static int edits(String word) {
        int length = word.codePointCount(0, word.length());
        boolean letters = word.codePoints().allMatch(Character::isAlphabetic);
        return !letters || length < 4 ? 0 : length < 8 ? 1 : 2;
    }

    /** Tells whether words of a text were looked for, to show where. */
    Hits hits() {
        var terms = new HashSet<String>();
        var stems = new HashSet<String>();
        var beginnings = new ArrayList<String>();
        var nearly = new ArrayList<ByteRunAutomaton>();
        for (Part part : parts) {
            if (!part.not()) {
                terms.addAll(part.terms());
                stems.addAll(part.stems());
                if (part.isOneWord()) {
                    String word = part.terms().getFirst();
                    if (part.beginning()) {
                        beginnings.add(word);
                    }
                    if (part.edits() > 0) {
                        nearly.add(fuzzy(part).getAutomata().runAutomaton);
                    }
                }
            }
        }
        return new Hits(
                term -> terms.contains(term)
                        || beginnings.stream().anyMatch(term::startsWith)
                        || nearly.stream().anyMatch(one -> accepts(one, term)),
                stems::contains);
    }

    private static boolean accepts(ByteRunAutomaton automaton, String term) {
        var bytes = new BytesRef(term);
        return automaton.run(bytes.bytes, bytes.offset, bytes.length);
    }
}
