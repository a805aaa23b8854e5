#include "isogloss/studies/attribution.hpp"

#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

using enum column_type;

column_description method() {
  return {"method", string, "",
          "nearest-neighbour: an author is the nearest of their documents; nearest-profile: the mean of them"};
}
column_description terms() {
  return {"terms", integer, "", "how many of the most frequent words are compared"};
}
column_description author() {
  return {"author", string, "", "who wrote it, as documents.csv says; for some documents unknown"};
}
column_description status() {
  return {"status", string, "",
          "known: left out of its author's documents; alone: it is the only one, so no candidate is right; unknown"};
}
column_description distance() {
  return {"distance", number, "",
          "from the candidate; similarities as 1 - s; NA for an author without other documents"};
}
column_description margin() {
  return {"margin", number, "", "how much nearer than the nearest other author; below 0 but for the first"};
}
column_description candidate() {
  return {"candidate", string, "", "a known author"};
}

}  // namespace

table attribution_layout() {
  return {"attribution",
          "How near every document is to every known author; documents of known author are left out in turn, of means "
          "and deviations too.",
          "method, the order of documents, rank",
          {method(),
           columns::measure(),
           terms(),
           columns::document(),
           author(),
           status(),
           {"rank", integer, "", "1: the nearest author; equally near ones by name"},
           candidate(),
           distance(),
           margin(),
           {"nearest", string, "", "of nearest-neighbour: the candidate's document that is it"},
           {"support", number, "share", "resamples of the texts in which the candidate is the nearest author"}}};
}

table attribution_accuracy_layout() {
  return {"attribution_accuracy",
          "How many documents of known author get their author when they are left out in turn.",
          "method, scope, author",
          {method(),
           columns::measure(),
           terms(),
           {"scope", string, "", "all documents of known author, or those of one author"},
           {"author", string, "", "the author; empty for all"},
           {"documents", integer, "", "of authors who have another document"},
           {"right", integer, "", "of which so many are nearest to their author"},
           {"accuracy", number, "share", "right / documents"},
           {"low", number, "share", "lower end of Wilson's interval at 95 %, documents as independent"},
           {"high", number, "share", "upper end of it"}}};
}

table confusion_layout() {
  return {"confusion",
          "Which author's documents go to which author.",
          "method, status, author, candidate",
          {method(),
           columns::measure(),
           terms(),
           status(),
           author(),
           {"candidate", string, "", "the nearest author; NA where no distance exists"},
           {"documents", integer, "", "how many"}}};
}

table imposters_layout() {
  return {"imposters",
          "How often every document is nearer to an author than to imposters, by random halves of words and imposters.",
          "the order of documents, score from the highest, candidate",
          {columns::measure(),
           terms(),
           columns::document(),
           author(),
           status(),
           candidate(),
           {"documents", integer, "", "of the candidate, without this one"},
           {"imposters", integer, "", "documents of other known authors, without this one"},
           {"score", number, "share", "iterations in which the candidate is nearer than every imposter; ties one half"},
           {"answer", string, "", "same, different, or unclear (within the zone of the calibration)"},
           {"probability", number, "",
            "of the same author, if that were as likely as not beforehand; NA: see the calibration"}}};
}

table calibration_layout() {
  return {
      "calibration",
      "What scores of pairs of known answer say: documents of known author, left out, against every author.",
      "one row",
      {columns::measure(),
       terms(),
       {"set", string, "", "closed: a different pair's imposters have the true author among them; open: they have not"},
       {"same", integer, "", "pairs of a document and its author"},
       {"different", integer, "", "pairs of a document and another author; not independent of each other"},
       {"area_under_curve", number, "",
        "how often a same pair scores above a different one; 0.5: no better than chance"},
       {"low", number, "share", "scores below it are answered different"},
       {"high", number, "share", "scores above it are answered same"},
       {"c_at_1", number, "", "share right, credit given for open ones; on these pairs, so rather high"},
       {"unanswered", number, "share", "of these pairs"},
       {"intercept", number, "", "of the logistic calibration; NA with fewer than 10 pairs of a kind"},
       {"slope", number, "", "of it, a unit of score"}}};
}

table rolling_layout() {
  return {"rolling",
          "The nearest author of every window of a document, by profile.",
          "the order of documents, window, rank",
          {columns::measure(),
           terms(),
           columns::document(),
           author(),
           {"window", integer, "", "its number, from 1"},
           {"begin", integer, "tokens", "its first token in the document, from 1"},
           {"end", integer, "tokens", "its last"},
           {"unit", string, "", "what windows are made of: token, or segment where there is no word order"},
           {"rank", integer, "", "1: the nearest author; equally near ones by name"},
           candidate(),
           distance(),
           margin()}};
}

}  // namespace isogloss::studies
