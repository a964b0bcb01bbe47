package org.assay.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** How texts become words to look for: as they are written, and stemmed by the rules of their language. */
final class Analysis {

    /** So far apart are two texts of one check that no phrase spans them. */
    private static final int GAP = 100;

    /** Words as they are written, without accents; Chinese, Japanese and Korean in pairs of characters. */
    static final Analyzer WRITTEN = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new CJKBigramFilter(new Folding(words)));
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    };

    /** As the index's writer takes texts: stems come to it one by one, since each document has rules of its own. */
    static final Analyzer INDEXED = new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
        private final Analyzer apart = new WhitespaceAnalyzer();

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return Indexed.isStems(field) ? apart : WRITTEN;
        }
    };

    private static final Map<String, Analyzer> STEMMED = Map.ofEntries(
            Map.entry("ar", folded(new ArabicAnalyzer())),
            Map.entry("bg", folded(new BulgarianAnalyzer())),
            Map.entry("ca", folded(new CatalanAnalyzer())),
            Map.entry("cs", folded(new CzechAnalyzer())),
            Map.entry("da", folded(new DanishAnalyzer())),
            Map.entry("de", folded(new GermanAnalyzer())),
            Map.entry("el", folded(new GreekAnalyzer())),
            Map.entry("en", folded(new EnglishAnalyzer())),
            Map.entry("es", folded(new SpanishAnalyzer())),
            Map.entry("fa", folded(new PersianAnalyzer())),
            Map.entry("fi", folded(new FinnishAnalyzer())),
            Map.entry("fr", folded(new FrenchAnalyzer())),
            Map.entry("hi", folded(new HindiAnalyzer())),
            Map.entry("hu", folded(new HungarianAnalyzer())),
            Map.entry("id", folded(new IndonesianAnalyzer())),
            Map.entry("it", folded(new ItalianAnalyzer())),
            Map.entry("lt", folded(new LithuanianAnalyzer())),
            Map.entry("lv", folded(new LatvianAnalyzer())),
            Map.entry("nb", folded(new NorwegianAnalyzer())),
            Map.entry("nl", folded(new DutchAnalyzer())),
            Map.entry("no", folded(new NorwegianAnalyzer())),
            Map.entry("pt", folded(new PortugueseAnalyzer())),
            Map.entry("ro", folded(new RomanianAnalyzer())),
            Map.entry("ru", folded(new RussianAnalyzer())),
            Map.entry("sv", folded(new SwedishAnalyzer())),
            Map.entry("tr", folded(new TurkishAnalyzer())));

    /** A word of a text. @param start and {@code end}: where it stands, in UTF-16 units */
    record Token(String term, int start, int end) {}

    private Analysis() {}

    private static Analyzer folded(Analyzer language) {
        return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return language;
            }

            @Override
            protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
                return new TokenStreamComponents(components.getSource(), new Folding(components.getTokenStream()));
            }

            @Override
            public int getPositionIncrementGap(String field) {
                return GAP;
            }
        };
    }

    /** By a language tag; where there are no rules for the language, words are taken as they are written. */
    static Analyzer stemmed(String language) {
        return STEMMED.getOrDefault(primary(language), WRITTEN);
    }

    static boolean knows(String language) {
        return STEMMED.containsKey(primary(language));
    }

    /** The language of a tag, without region and script: {@code pt} of {@code pt-BR}. */
    static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(java.util.Locale.ROOT);
    }

    static List<Token> tokens(Analyzer analyzer, String text) {
        var tokens = new ArrayList<Token>();
        try (var stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    static List<String> terms(Analyzer analyzer, String text) {
        return tokens(analyzer, text).stream().map(Token::term).toList();
    }
}
