package org.assay.search;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Takes accents, points and other marks off, and folds what means the same into one form and lower case. */
final class Folding extends TokenFilter {

    private static final Normalizer2 APART = Normalizer2.getNFKDInstance();
    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();

    /** In these a mark is an accent or a point that many leave out; elsewhere (as in Hindi) it is a letter. */
    private static final Set<Integer> MARKED =
            Set.of(UScript.LATIN, UScript.GREEK, UScript.CYRILLIC, UScript.HEBREW, UScript.ARABIC);

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Folding(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String folded = fold(term.toString());
        term.setEmpty().append(folded);
        return true;
    }

    static String fold(String word) {
        if (word.chars().allMatch(c -> c < 128)) {
            return word.toLowerCase(java.util.Locale.ROOT);
        }
        var kept = new StringBuilder();
        boolean marked = false;
        for (int c : APART.normalize(word).codePoints().toArray()) {
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                marked = MARKED.contains(UScript.getScript(c));
                kept.appendCodePoint(letter(c));
            } else if (!marked) {
                kept.appendCodePoint(c);
            }
        }
        return FOLDED.normalize(kept);
    }

    /** Letters that no normalisation takes apart, as those write them who do not have the key. */
    private static int letter(int c) {
        return switch (UCharacter.toLowerCase(c)) {
            case 'ø' -> 'o';
            case 'đ' -> 'd';
            case 'ł' -> 'l';
            case 'ı' -> 'i';
            case 'ħ' -> 'h';
            case 'ى' -> 'ي';
            case 'ة' -> 'ه';
            default -> c;
        };
    }
}
