package hongli.mall.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The text of a product that is searched, and the patterns that look for words in it.
///
/// Trigrams know nothing of Chinese: a word of one or two characters has none, and where a database was made with the
/// locale C its characters do not even count as letters. So every character that is not a Latin letter or a digit is
/// written as a word of its own, its number in sixteen great letters from A to P: 红酒 becomes `HOKC JBFC`. Each such
/// word has trigrams that an index can find, in every locale, for a query of a single character too. A pattern asks
/// for the words one after the other, so that 红酒 does not find 酒红. Latin words, in small letters, and numbers stay
/// as they are and are found by any part of them; they are never taken for the great ones.
public final class SearchText {
    private static final int LONGEST = 20_000;
    private static final int MOST_TERMS = 8;

    private final StringBuilder text = new StringBuilder(" ");

    /// A run of the same sort of characters as a text writes it.
    private record Term(boolean latin, String written) {
        String pattern() {
            return latin ? "%" + written + "%" : "% " + written + " %";
        }
    }

    /// Adds words to what is searched.
    public SearchText add(String words) {
        for (Term term : terms(words)) {
            if (text.length() + term.written().length() < LONGEST) {
                text.append(term.written()).append(' ');
            }
        }
        return this;
    }

    /// Patterns for `like`, one for each word of a query; what is found must match all of them. None where nothing is
    /// looked for.
    public static List<String> patterns(String query) {
        return terms(query).stream()
                .limit(MOST_TERMS)
                .map(Term::pattern)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static List<Term> terms(String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<Term> terms = new ArrayList<>();
        int begin = 0;
        while (begin < plain.length()) {
            int end = begin;
            int sort = sort(plain.codePointAt(begin));
            while (end < plain.length() && sort(plain.codePointAt(end)) == sort) {
                end += Character.charCount(plain.codePointAt(end));
            }
            if (sort == 1) {
                terms.add(new Term(true, plain.substring(begin, end)));
            } else if (sort == 2) {
                terms.add(new Term(false, encoded(plain.substring(begin, end))));
            }
            begin = end;
        }
        return terms;
    }

    /// 0 for what is not searched, 1 for Latin letters and digits, 2 for all other letters.
    private static int sort(int point) {
        if (point >= 'a' && point <= 'z' || point >= '0' && point <= '9') {
            return 1;
        }
        return Character.isLetterOrDigit(point) ? 2 : 0;
    }

    private static String encoded(String letters) {
        return String.join(" ", letters.codePoints().mapToObj(SearchText::word).toList());
    }

    private static String word(int point) {
        var word = new StringBuilder();
        for (int rest = point; rest > 0; rest >>= 4) {
            word.insert(0, (char) ('A' + (rest & 15)));
        }
        return word.toString();
    }
}
