#include <algorithm>
#include <set>

#include "corpus/zone_rules.hpp"
#include "isogloss/text/characters.hpp"
#include "isogloss/text/pattern.hpp"

namespace isogloss::corpus {
namespace {

using text::pattern;

const std::string verbs =
    R"((?:sa(?:id|ys?|ying)|wr(?:ote|ites?|itten|iting)|argue[sd]?|arguing|stated|stating|declare[sd]?|explain(?:s|ed|ing)?|not(?:es|ed|ing)|remark(?:s|ed|ing)?|observe[sd]?|(?:put|puts) (?:it|the \w+)|announce[sd]?|claim(?:ed|ing|s that)|insist(?:s|ed|ing)?|add(?:s|ed|ing)?|comment(?:ed|ing)|repl(?:y|ies|ied|ying)|recall(?:s|ed|ing)?|recorded|reported|warn(?:s|ed|ing)?|ask(?:s|ed)?|answer(?:ed|ing)|conclude[sd]?|concluding|tells?|told|points? out|pointed out|asserts?|asserted|maintain(?:s|ed)|suggest(?:s|ed)|affirm(?:s|ed)|emphasi[sz]e[sd]?|stress(?:es|ed)|quip(?:s|ped)|cried|cries|exclaim(?:s|ed)|continue[sd]?|promise[sd]?|describe[sd]?|summ?(?:ed|s) (?:\w+ )?up|proclaim(?:s|ed)?|admit(?:s|ted)|urge[sd]?|predict(?:s|ed)?|advise[sd]?|quote[sd]?|cite[sd]?|complain(?:s|ed|ing)?|protest(?:s|ed|ing)|confess(?:es|ed)?|lament(?:s|ed|ing)?|boast(?:s|ed|ing)?|joke[sd]|whisper(?:s|ed)|mutter(?:s|ed)|shout(?:s|ed)|demand(?:s|ed|ing)?|object(?:s|ed)|counter(?:s|ed)|retort(?:s|ed)?|testif(?:y|ies|ied)|caution(?:s|ed)|contend(?:s|ed)?|conced(?:e|es|ed)|acknowledge[sd]?|reflect(?:s|ed)|muse[sd]|remind(?:s|ed))"
    R"(|sagt(?:e|en)?|schr(?:ieb|eibt)|meint(?:e)?|erklärt(?:e)?|betont(?:e)?|bemerkt(?:e)?|behauptet(?:e)?|fragt(?:e)?|antwortet(?:e)?|berichtet(?:e)?|klagt(?:e|en)?|rief(?:en)?|erwidert(?:e)?|fordert(?:e|en)?|warnt(?:e)?|ergänzt(?:e)?|notiert(?:e)?|hei(?:ß|ss)t es|hie(?:ß|ss) es)"
    R"(|dit|disait|écri(?:t|vait|vit)|déclar(?:e|a|ait)|expliqu(?:e|a|ait)|affirm(?:e|a|ait)|ajout(?:e|a|ait)|not(?:e|a|ait)|rappel(?:le|a|ait)|répond(?:it)?|soulign(?:e|a|ait)|précis(?:e|a|ait)|demand(?:e|a|ait)|conclu(?:t|ait)|soutien(?:t)|soutenait|s['’]écri(?:e|a)|confi(?:e|a|ait))"
    R"(|di(?:jo|ce)|escrib(?:e|ió|ía)|afirm(?:a|ó)|declar(?:a|ó)|explic(?:a|ó)|señal(?:a|ó)|sostien[e]|sostuvo|respond(?:e|ió)|añad(?:e|ió|ía)|contó|preguntó|recordó|advirtió|concluyó|ha scritto|scriss?e|scrive|disse|diss?e)"
    R"(|сказал[аи]?|говори[тл][аи]?|писал[аи]?|пишет|написал[аи]?|заяви[лт][аи]?|отмеча(?:л[аи]?|ет)|утвержда(?:л[аи]?|ет)|объясни[лт][аи]?|подч[её]ркива(?:л|ет)|ответил[аи]?|спросил[аи]?|отметил[аи]?|добавил[аи]?|воскликнул[аи]?|возразил[аи]?|вспоминал[аи]?|признал[аи]?|считал[аи]?))";
// A full stop within a name follows an initial or a title: else "the Party. He wrote" would name "Party. He".
const std::string name_shape =
    R"((?:(?:(?:\p{Lu}\p{Ll}?\.-?)+|(?:Mrs|Prof|Gen|Sen|Gov|Rev|Col|Capt)\.|\p{Lu}[\p{L}\p{M}'’-]*|van|von|de|der|den|la|le|al|bin|du|di|da|of)(?!\s*\n\s*\n)\s+){0,4}\p{Lu}[\p{L}\p{M}'’-]*[\p{L}\p{M}])";
const std::string pronouns = R"((?:he|she|they|i|we|it|er|sie|il|elle|él|ella|он|она|они))";

// The last sentence of `text`: what follows a sentence end and a space. "Mr." and initials end none.
std::string_view last_sentence(std::string_view text) {
  static const pattern end(
      R"((?<!\b\p{Lu})(?<!\b(?:Mr|Ms|Dr|St|Mrs|Prof|Gen|Sen|Gov|vol|pp|cf))[.!?。！？]["”’»)]*\s+(?=[\p{Lu}\p{Lo}"“„«‘\[]))");
  const std::string_view part = tail(text, 600);
  const auto ends = end.find_all(part);
  return ends.empty() ? part : part.substr(ends.back().whole.end);
}

bool is_no_name(std::string_view word) {
  static const std::set<std::string_view> words = {
      "As",    "In",        "On",    "At",   "But",    "And",       "The",     "A",        "An",       "For",
      "From",  "By",        "To",    "Or",   "So",     "If",        "When",    "While",    "Yet",      "Then",
      "Now",   "Here",      "There", "Even", "Thus",   "Later",     "After",   "Before",   "This",     "That",
      "These", "Those",     "He",    "She",  "They",   "It",        "We",      "I",        "You",      "His",
      "Her",   "Their",     "Its",   "Our",  "My",     "What",      "Who",     "How",      "Why",      "Where",
      "Again", "According", "Wie",   "Als",  "Und",    "Der",       "Die",     "Das",      "Er",       "Sie",
      "Es",    "Im",        "Mr",    "Mrs",  "Ms",     "Dr",        "Mr.",     "Mrs.",     "Ms.",      "Dr.",
      "Comme", "Le",        "La",    "Les",  "Il",     "Elle",      "El",      "Los",      "Como",     "Как",
      "Он",    "Она",       "Они",   "В",    "И",      "Но",        "Of",      "January",  "February", "March",
      "April", "May",       "June",  "July", "August", "September", "October", "November", "December", "Last",
      "One",   "Two",       "Not",   "No",   "Yes",    "Once",      "Since",   "Quoted",   "Cited",    "See",
      "With",  "Congress"};
  return words.contains(word);
}

// "As Vera Petrova" -> "Vera Petrova"; "" where nothing is left.
std::string without_lead(std::string_view name) {
  std::string_view rest = text::trimmed(name);
  while (!rest.empty()) {
    const auto space = std::min(rest.find_first_of(" \t\n"), rest.size());
    const std::string_view word = rest.substr(0, space);
    if (!is_no_name(word) && text::is_uppercase(text::character_at(word, 0).code)) break;
    rest = text::trimmed(rest.substr(space));
  }
  for (const std::string_view possessive : {"'s", "’s"}) {
    if (rest.ends_with(possessive)) rest.remove_suffix(possessive.size());
  }
  static const pattern pronoun(R"(\s(?:He|She|They|It|We|I|Er|Sie|Es|Он|Она|Они)$)");
  if (const auto next = pronoun.find(rest)) rest = rest.substr(0, next->whole.begin);  // a byline, then "They wrote"
  static const pattern word_of_name(R"(\S+)");
  std::string result;  // on one line, wherever the text breaks its lines
  for (const auto& word : word_of_name.find_all(rest)) {
    if (!result.empty()) result += ' ';
    result += rest.substr(word.whole.begin, word.whole.end - word.whole.begin);
  }
  return result;
}

// The last of `names` in `sentence` that is one.
std::string last_name(const pattern& names, std::string_view sentence) {
  std::string found;
  for (const auto& m : names.find_all(sentence)) {
    const auto group = m.groups[0];
    auto name = without_lead(sentence.substr(group.begin, group.end - group.begin));
    if (!name.empty()) found = std::move(name);
  }
  return found;
}

// Who speaks in `sentence`, the plainest form first: "NAME wrote", "according to NAME", "wrote NAME", "NAME, in his
// letters, wrote", "NAME's words", "by NAME:".
std::string speaker_in(std::string_view sentence) {
  static const std::vector<pattern> forms = [] {
    const std::string between =
        R"((?:(?:had|has|have|also|then|once|later|himself|herself|once|again|a|hat|habe|\p{Ll}+ly|\([^()]{1,60}\),?)\s+){0,3})";
    std::vector<pattern> result;
    result.emplace_back("(" + name_shape + ")\\s+" + between + verbs + "\\b");
    result.emplace_back(
        "(?:[Aa]ccording to|[Ll]aut|[Ss]elon|[Ss]egún|[Ss]econdo|[Пп]о словам|[Ii]n the words of|\\bwords of|\\bas "
        ".{0,20}by)\\s+(" +
        name_shape + ")");
    result.emplace_back("\\b" + verbs + "\\s+(?:the \\w+ )?(" + name_shape + ")");
    result.emplace_back("(" + name_shape + "),[^,]{3,80},\\s+" + verbs + "\\b");
    result.emplace_back("(" + name_shape + "),\\s+" + between + verbs + "\\b");
    result.emplace_back("(" + name_shape +
                        ")[’']s?\\s+(?:\\p{Ll}+\\s+){0,2}(?:words|letters?|book|account|diary|speech|history|phrase|"
                        "report|article|essay)\\b");
    result.emplace_back("\\b(?:by|von|par|por|of|from)\\s+(" + name_shape + ")(?:\\s+as)?\\s*[:?,]?\\s*$");
    return result;
  }();
  for (const auto& form : forms) {
    if (auto name = last_name(form, sentence); !name.empty()) return name;
  }
  return {};
}

std::string speaker_after(std::string_view after) {
  static const pattern named("^[\\s,—–-]*(?:as\\s+)?(" + name_shape + ")\\s+(?:\\S+\\s+){0,2}?" + verbs + "\\b");
  static const pattern inverted("^[\\s,—–-]*" + verbs + "\\s+(?:the \\w+ )?(" + name_shape + ")");
  for (const pattern* p : {&named, &inverted}) {
    const auto m = p->find(head(after, 160));
    if (m) return without_lead(head(after, 160).substr(m->groups[0].begin, m->groups[0].end - m->groups[0].begin));
  }
  return {};
}

class speaker_namer {
 public:
  speaker_namer(const layout& l, const std::vector<quotation>& quotations, const std::vector<text::range>& citations)
      : l_(l), quotations_(quotations), citations_(citations) {}

  std::vector<std::string> names() {
    for (std::size_t i = 0; i < quotations_.size(); ++i) {
      std::string name = name_of(i);
      if (!name.empty()) last_ = name;
      names_.push_back(std::move(name));
    }
    return std::move(names_);
  }

 private:
  std::string name_of(std::size_t i) {
    const quotation& q = quotations_[i];
    const paragraph& p = l_.paragraphs[q.first];
    const std::string_view after = l_.text.substr(q.place.end, p.end - std::min(p.end, q.place.end));
    if (auto name = speaker_after(after); !name.empty()) return name;
    if (verb_follows(after) && !refers_back({}, after)) return {};  // "wrote one observer"
    const std::string_view before = before_of(i);
    if (auto name = speaker_in(before); !name.empty()) return name;
    if (continues(i) || goes_on(i)) return names_[i - 1];
    if (refers_back(before, after)) return antecedent(q.place.begin);
    return cited_after(q);
  }

  // What leads up to it: its own paragraph up to it, or the end of the one before.
  [[nodiscard]] std::string_view before_of(std::size_t i) const {
    const quotation& q = quotations_[i];
    const paragraph& p = l_.paragraphs[q.first];
    std::size_t begin = p.begin;
    if (i > 0 && quotations_[i - 1].first == q.first) begin = std::max(begin, quotations_[i - 1].place.end);
    if (q.place.begin > p.content) return last_sentence(l_.text.substr(begin, q.place.begin - begin));
    for (std::size_t k = q.first; k > 0; --k) {
      const paragraph& above = l_.paragraphs[k - 1];
      if (above.kind != zone::body || (i > 0 && quotations_[i - 1].first == k - 1)) break;
      return last_sentence(l_.of(above));
    }
    return {};
  }

  // Whom a pronoun stands for: who spoke shortly before, was quoted last, or was named last.
  [[nodiscard]] std::string antecedent(std::size_t place) const {
    constexpr std::size_t near = 600;
    if (auto name = speaker_in(tail(l_.text.substr(0, place), near)); !name.empty()) return name;
    return last_.empty() ? named_before(place) : last_;
  }

  // Who was named last in full, or with a title: whom "she" and "as follows" stand for.
  [[nodiscard]] std::string named_before(std::size_t place) const {
    static const pattern person(
        R"((?:\b(?:Mr|Mrs|Ms|Dr|Herr|Frau|Mme|Señora?)\.?\s+(\p{Lu}[\p{L}’'-]+)|(?<!\b[Tt]he )\b((?!The )\p{Lu}\p{Ll}[\p{L}’-]*\s+\p{Lu}\p{Ll}[\p{L}’-]+)))");
    constexpr std::size_t far = 1500;
    const std::string_view before = tail(l_.text.substr(0, place), far);
    std::string found;
    for (const auto& m : person.find_all(before)) {
      const auto group = m.groups[0].end > 0 ? m.groups[0] : m.groups[1];
      auto name = without_lead(before.substr(group.begin, group.end - group.begin));
      if (!name.empty()) found = std::move(name);
    }
    return found;
  }

  // Follows a quotation with nothing but white space and citations in between.
  [[nodiscard]] bool continues(std::size_t i) const {
    if (i == 0 || quotations_[i].first > quotations_[i - 1].first + 1) return false;
    const std::size_t begin = quotations_[i - 1].place.end;
    return n_words(l_.text.substr(begin, quotations_[i].place.begin - begin)) == 0;
  }

  // "And again, three days later:" in the same paragraph: a few words, nobody named.
  [[nodiscard]] bool goes_on(std::size_t i) const {
    static const pattern name(R"((?<!^)(?<![.!?]\s)\b\p{Lu}\p{Ll})");
    if (i == 0 || quotations_[i].first != quotations_[i - 1].first) return false;
    const std::size_t begin = quotations_[i - 1].place.end;
    const std::string_view between = text::trimmed(l_.text.substr(begin, quotations_[i].place.begin - begin));
    return n_words(between) <= 8 && !ends_sentence(between) && !name.is_in(between);
  }

  static bool refers_back(std::string_view before, std::string_view after) {
    static const pattern said("\\b" + pronouns + "\\s+(?:\\S+\\s+){0,3}?" + verbs + "\\b", pattern::letters::any_case);
    static const pattern says_so("^[\\s,]*" + pronouns + "\\s+(?:\\S+\\s+){0,2}?" + verbs + "\\b",
                                 pattern::letters::any_case);
    return said.is_in(before) || says_so.is_in(head(after, 80));
  }

  // "(Petrova, 1936)", or a source line "— Vera Petrova": but not who passes it on, "quoted in Carr".
  [[nodiscard]] std::string cited_after(const quotation& q) const {
    static const pattern author(
        "^(?:[\\s(\\[]*(?!The\\b|A\\b|An\\b)(\\p{Lu}[\\p{L}\\p{M}.'’-]+(?:\\s+\\p{Lu}[\\p{L}\\p{M}'’-]+)?)(?=,|\\s+\\d|"
        "\\s+(?:and|&|et al)|[)\\]])|[—–-]+\\s*(" +
        name_shape + "))");
    const auto next = std::lower_bound(citations_.begin(), citations_.end(), q.place.end,
                                       [](const text::range& r, std::size_t b) { return r.begin < b; });
    std::string_view source;
    if (next != citations_.end() && n_words(l_.text.substr(q.place.end, next->begin - q.place.end)) == 0) {
      source = l_.text.substr(next->begin, next->end - next->begin);
    } else if (q.first + 1 < l_.paragraphs.size() && l_.paragraphs[q.first + 1].kind == zone::reference) {
      source = l_.of(l_.paragraphs[q.first + 1]);
    }
    const auto m = author.find(source);
    if (!m) return {};
    const auto group = m->groups[0].end > 0 ? m->groups[0] : m->groups[1];
    return without_lead(source.substr(group.begin, group.end - group.begin));
  }

  const layout& l_;
  const std::vector<quotation>& quotations_;
  const std::vector<text::range>& citations_;
  std::vector<std::string> names_;
  std::string last_;
};

}  // namespace

bool speaks_before(std::string_view before) {
  static const pattern end("\\b" + verbs + R"(\s*(?:that|dass|que|что|me|us|him|her|them)?\s*[,:]?\s*$)",
                           pattern::letters::any_case);
  return end.is_in(tail(before, 60));
}

bool speaks_after(std::string_view after) {
  static const pattern named("^[\\s,—–-]*(?:as\\s+)?(?:" + name_shape + "|" + pronouns + ")\\s+(?:\\S+\\s+){0,2}?" +
                             verbs + "\\b");
  static const pattern inverted("^[\\s,—–-]*" + verbs + "\\s+(?:" + name_shape + "|" + pronouns +
                                "|the|its|his|her|their|my|our)\\b");
  const std::string_view near = head(after, 120);
  return named.is_in(near) || inverted.is_in(near);
}

bool somebody_speaks_after(std::string_view after) {
  static const pattern somebody(
      "^[\\s,—–-]*(?:the|a|an|one|another|his|her|its|their|my|our)\\s+(?:\\p{L}[\\p{L}’'-]*\\s+){1,3}" + verbs +
      "\\b");
  return somebody.is_in(head(after, 80));
}

bool verb_follows(std::string_view after) {
  static const pattern verb("^[\\s,—–-]*" + verbs + "\\b");
  return verb.is_in(head(after, 60));
}

bool tells(std::string_view paragraph) {
  return !speaker_in(last_sentence(paragraph)).empty();
}

bool introduces(std::string_view paragraph) {
  static const pattern verb("\\b" + verbs + "\\b");
  // Apostrophes and hyphens may part words or stand in them: each is taken in one way only, else a row of them takes
  // as good as for ever.
  static const pattern late_verb("\\b" + verbs +
                                 R"(\b(?:[\s\p{P}]++[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*+){0,8}[\s\p{P}]*$)");
  static const pattern question(R"(^(?:what|how|why|who|when|where|was|wie|warum|как|что|почему)\b)",
                                pattern::letters::any_case);
  static const pattern manner(
      R"(\b(?:thus|as follows|the following|in these words|folgendermaßen|ainsi|así|следующее|так)[,:]?$)",
      pattern::letters::any_case);
  if (paragraph.empty() || ends_sentence(paragraph)) return false;
  const std::string_view sentence = last_sentence(paragraph);
  if (n_words(sentence) < 2 || (n_words(sentence) <= 14 && question.is_in(sentence))) return false;
  // Without a colon only a verb near the end leads up to it.
  return manner.is_in(sentence) || (paragraph.ends_with(':') ? verb : late_verb).is_in(sentence);
}

std::vector<std::string> name_speakers(const layout& l, const std::vector<quotation>& quotations,
                                       const std::vector<text::range>& citations) {
  return speaker_namer(l, quotations, citations).names();
}

}  // namespace isogloss::corpus
