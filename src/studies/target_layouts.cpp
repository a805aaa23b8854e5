#include "isogloss/studies/layouts.hpp"
#include "isogloss/studies/targets.hpp"

namespace isogloss::studies {
namespace {

using enum column_type;

column_description group() {
  return {"group", string, "", "its group; empty where documents are not grouped"};
}
column_description target() {
  return {"target", string, "", "who or what is judged, by targets.csv"};
}
column_description voice() {
  return {"voice", string, "", "own: the chosen zones; quoted: quotations"};
}
column_description mentions() {
  return {"mentions", integer, "", "times the target is named"};
}
column_description net_per_mention() {
  return {"net_per_mention", number, "weight a mention", "net / mentions; NA where the target is not named"};
}
column_description basis() {
  return {
      "basis", string, "",
      "how near a word must stand to judge: in the name's clause, its sentence, or anywhere in a segment that names "
      "the target (all that counts without word order can tell)"};
}

std::vector<column_description> sums() {
  return {{"judgements", integer, "", "words of the evaluative lexicons that judge it"},
          {"positive", number, "weight", "sum of the values above 0"},
          {"negative", number, "weight", "minus the sum of the values below 0"},
          {"net", number, "weight", "positive - negative; above 0: praise"}};
}
std::vector<column_description> flags() {
  return {{"negated", integer, "", "judgements that a negation turns"},
          {"hedged", number, "", "judgements in a clause with a hedge; NA where no lexicon has hedges"},
          {"scare_quoted", integer, "", "judgements with word or name in scare quotes"}};
}

void append(std::vector<column_description>& to, const std::vector<column_description>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

}  // namespace

table targets_layout() {
  std::vector<column_description> c = {columns::document(), group(), target(), voice(), mentions()};
  append(c, sums());
  append(c, {columns::low("weight"),
             columns::high("weight"),
             net_per_mention(),
             {"net_per_mention_low", number, "weight a mention", "lower end of its interval at 95 %"},
             {"net_per_mention_high", number, "weight a mention", "upper end"}});
  append(c, flags());
  c.push_back(basis());
  return {"targets", "How each document judges each target, in its own voice and in quotations.",
          "the order of documents, target, voice", std::move(c)};
}

table target_groups_layout() {
  std::vector<column_description> c = {
      {"group", string, "", "the group"},
      target(),
      voice(),
      {"documents", integer, "documents", "documents of the group that name the target"},
      mentions()};
  append(c, sums());
  append(c,
         {net_per_mention(),
          {"low", number, "weight a mention", "interval of net_per_mention at 95 % in these texts: segments resampled"},
          {"high", number, "weight a mention", "its upper end; NA where there is none"},
          {"low_beyond", number, "weight a mention",
           "interval for other documents of the group: authors, documents and segments resampled"},
          {"high_beyond", number, "weight a mention", "its upper end; NA where the group has one document"},
          {"unit", string, "", "the highest level that low_beyond and high_beyond resample"}});
  append(c, flags());
  c.push_back(basis());
  return {"target_groups", "How each group judges each target, in its own voice and in quotations.",
          "the order of groups, target, voice", std::move(c)};
}

table target_evidence_layout() {
  return {"target_evidence",
          "Every name of a target and every word that judges it: the sums of this table are those of targets.csv.",
          "document; then begin (basis segment: voice, segment, target)",
          {columns::document(),
           group(),
           voice(),
           {"zone", string, "", "whose words they are; empty where basis is segment"},
           {"speaker", string, "", "who is quoted, in a quotation"},
           {"segment", integer, "", "its segment, from 1 in each document"},
           {"sentence", number, "", "its sentence, from 1 in each document; NA where basis is segment"},
           {"begin", number, "bytes", "where the word begins in the document's UTF-8 text; NA where basis is segment"},
           {"end", number, "bytes", "the byte after it"},
           {"kind", string, "", "mention: the target is named; judgement: a word that judges it"},
           target(),
           {"alias", string, "", "the pattern of targets.csv that names it"},
           {"name_begin", number, "bytes", "where the name begins"},
           {"name_end", number, "bytes", "the byte after it"},
           {"lexicon", string, "", "the lexicon of the judging word"},
           {"category", string, "", "its category"},
           {"pattern", string, "", "what was found: an entry of the lexicon, or of targets.csv"},
           {"words", string, "", "as written; empty where basis is segment"},
           {"weight", number, "weight", "the entry's weight; NA for a mention"},
           {"negated", number, "", "1: an odd number of negations turns it; 0: none; NA for a mention or a segment"},
           {"hedged", number, "", "1: its clause has a hedge; NA where no lexicon has hedges"},
           {"scare_quoted", number, "", "1: word or name stands in scare quotes"},
           {"distance", number, "tokens", "from the name to the word; 1: next to it"},
           {"value", number, "weight", "weight, turned where negated; NA for a mention"},
           {"count", integer, "", "1; where basis is segment, how often in the segment"},
           basis()}};
}

}  // namespace isogloss::studies
