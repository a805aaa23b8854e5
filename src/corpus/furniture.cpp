#include <map>

#include "corpus/zone_rules.hpp"
#include "isogloss/text/characters.hpp"
#include "isogloss/text/pattern.hpp"

namespace isogloss::corpus {
namespace {

using text::pattern;

bool has_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto c = text::character_at(text, i);
    if (text::is_letter(c.code)) return true;
    i = c.end;
  }
  return false;
}

// Lines that are nothing but a page number, a rule, an address or a date with its weekday.
bool is_bare(std::string_view line) {
  static const pattern bare(
      R"(^(?:[-–—\s|\[(]*(?:(?:page|p\.|seite|pagina|página|стр\.)\s*)?\d{1,4}(?:\s*(?:of|/|von|de|из)\s*\d{1,4})?[-–—\s|\])]*)"
      R"(|<?(?:https?://|www\.)\S+>?|\S+@\S+\.\w{2,}|[^\p{L}\p{N}]{3,})"
      R"(|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+[\p{L}\d.,\s]{3,20}\d{4}(?:[\s,|-]+\d{1,2}:\d{2}.{0,10})?)$)",
      pattern::letters::any_case);
  return bare.is_in(line);
}

// What sites say around a text, as whole lines.
bool is_navigation(std::string_view line) {
  static const pattern words(
      R"(^[\W_]*(?:home(?:page)?|menu|(?:main )?navigation|search(?: .{0,20})?|about(?: us)?|contact(?: us)?|sitemap|faq)"
      R"(|subscribe(?: (?:to|now|here).{0,60})?|sign (?:in|up)(?: .{0,60})?|log ?(?:in|out)|register|newsletter|donate(?: now)?|support us)"
      R"(|next(?: (?:page|post|article).{0,80})?|prev(?:ious)?(?: (?:page|post|article).{0,80})?|back(?: to .{0,40})?)"
      R"(|(?:top|bottom|end) of page|(?:skip|jump) to .{0,30}|(?:share|tweet|print|e-?mail|like|save|pin)(?: (?:this|on|via|to)\b.{0,60})?)"
      R"(|(?:facebook|twitter|linkedin|whatsapp|reddit|pinterest|telegram|instagram|youtube|rss|e-?mail|print|share|tweet)(?:[\s,|·/]+(?:facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|telegram|instagram|youtube|rss|e-?mail|print|share|tweet))*)"
      R"(|(?:\d+ |no )?comments?(?: \(\d+\))?|\d+ (?:likes|shares|views|replies)|leave a (?:comment|reply)|reply|read (?:more|also|next).{0,80}|continue reading.{0,80}|show (?:more|less)|view all.{0,30}|load more)"
      R"(|related(?: (?:articles?|posts?|content|stories|reading))?|(?:most )?(?:popular|read|viewed|recent|latest)(?: (?:articles?|posts?|stories|news|comments))|more from .{0,60}|you (?:may|might) also (?:like|enjoy).{0,40}|check out (?:our |other |more ).{0,60}|recommended(?: for you| reading)?)"
      R"(|tags?(?::.{0,200})?|categor(?:y|ies)(?::.{0,200})?|filed under.{0,200}|posted (?:on|in|by|at)\b.{0,100}|published (?:on|in|by|at)\b.{0,100}|(?:last )?(?:updated|modified|edited)(?: on)?:?\s.{0,40}\d{4}.{0,20}|written by .{0,60}\| .{0,60})"
      R"(|advertis(?:e|ement|ing)|sponsored(?: .{0,30})?|privacy policy|terms (?:of|and) .{0,30}|imprint|(?:all|some) rights reserved.{0,100}|(?:copyright|©|\(c\)).{0,120}|(?:powered|hosted) by .{0,60}|printed (?:by|from|on) .{0,80}|(?:retrieved|downloaded|accessed|archived) (?:from|on|at) .{0,120}|reprinted (?:from|with|by) .{0,120}|this (?:article|essay|page|text|post|piece|story) (?:was |is |has been )?(?:first |originally |last )?(?:published|appeared|posted|updated|modified|printed) .{0,120}|permalink|cite this (?:article|page|as).{0,60}|table of contents|return to .{0,40}|go to (?:top|page|the top).{0,20}|follow us(?: on .{0,40})?|(?:view|see|post) (?:all )?comments?|report (?:an error|abuse).{0,20}|download(?: (?:as )?(?:pdf|epub|this).{0,30})?|click here.{0,60}|estimated reading time.{0,30}|\d+ min(?:ute)?s? read)"
      R"(|(?:first published|originally published|written|transcri(?:bed|ption)(?:\/html)?|html(?: mark-?up)?|mark-?up|proofread|online version|copyleft)(?: by)?\s?:\s?.{0,200})"
      R"(|startseite|impressum|datenschutz(?:erklärung)?|teilen|drucken|kommentare?(?: \(\d+\))?|weiterlesen|accueil|partager|imprimer|commentaires?|mentions légales|inicio|compartir|comentarios?|главная|поделиться|комментарии|версия для печати|首页|分享|评论|上一页|下一页)[\W_]*$)",
      pattern::letters::any_case);
  static const pattern bar(R"(^[^|»›·•]{1,40}(?:\s+[|»›·•]\s+[^|»›·•]{1,60}){2,}$)");
  static const pattern trail(R"(^\s*\w[^>]{0,40}(?:\s>\s[^>]{1,40}){2,}$)");
  return line.size() <= 240 && (words.is_in(line) || bar.is_in(line) || trail.is_in(line));
}

bool is_notice(std::string_view paragraph) {
  static const pattern notice(
      R"(\b(?:uses?|using|accept(?: all)?|of|manage|store) (?:\w+ )?cookies\b|\bcookies? (?:policy|settings|preferences|notice)\b|verwende[tn] cookies|utilis\w+ (?:des|les) cookies|(?:utiliza\w*|usamos) cookies|использует (?:файлы )?cookie|this (?:article|post) (?:was|is) (?:filed|posted) (?:under|in)\b|enable javascript|\bISBN[\s:-]*[\dX-]{10,17}\s*$)",
      pattern::letters::any_case);
  return n_words(paragraph) <= 80 && notice.is_in(paragraph);
}

// Project Gutenberg's frame: all up to the line that says START, all from the one that says END.
void mark_gutenberg(layout& l) {
  static const pattern frame(R"(^\*{3}\s*(START|END) OF (?:THE|THIS) PROJECT GUTENBERG)");
  for (std::size_t i = 0; i < l.paragraphs.size(); ++i) {
    const auto found = frame.find(l.of(l.paragraphs[i]));
    if (!found) continue;
    const bool start = found->groups[0].end - found->groups[0].begin == 5;
    for (std::size_t k = start ? 0 : i; k < (start ? i + 1 : l.paragraphs.size()); ++k) {
      l.paragraphs[k].kind = zone::furniture;
    }
  }
}

// Words that are navigation beside other navigation, and may be headings elsewhere.
void mark_weak_navigation(layout& l) {
  static const pattern words(
      R"(^(?:archives?|articles|authors?|blog|books|categories|comments|contents|events|features|forum|join(?: us)?|latest|library|links|magazine|news|podcasts?|press|publications|resources|shop|store|topics|videos?|world|english|deutsch|français|español|русский|中文)$)",
      pattern::letters::any_case);
  auto& all = l.paragraphs;
  const auto mark = [&](std::size_t i, std::size_t beside) {
    if (all[beside].kind == zone::furniture && all[i].kind == zone::body && words.is_in(l.of(all[i]))) {
      all[i].kind = zone::furniture;
    }
  };
  for (std::size_t i = 1; i < all.size(); ++i) mark(i, i - 1);
  for (std::size_t i = all.size(); i-- > 1;) mark(i - 1, i);
}

// A short line that comes three times, page numbers aside, without a sentence end is a running head.
void mark_running_heads(layout& l) {
  static const pattern page(R"(^\d{1,4}\s+|\s+\d{1,4}$)");
  std::map<std::string_view, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < l.paragraphs.size(); ++i) {
    std::string_view line = l.of(l.paragraphs[i]);
    if (line.size() > 100 || n_words(line) > 10 || l.paragraphs[i].content != l.paragraphs[i].begin) continue;
    if (const auto number = page.find(line)) {
      line = number->whole.begin == 0 ? line.substr(number->whole.end) : line.substr(0, number->whole.begin);
    }
    if (has_letter(line) && !ends_sentence(line) && !line.ends_with(',') && !line.ends_with(':')) {
      places[line].push_back(i);
    }
  }
  for (const auto& [line, where] : places) {
    if (where.size() < 3 || where.back() - where.front() < 3 * where.size()) continue;
    for (const std::size_t i : where) l.paragraphs[i].kind = zone::furniture;
  }
}

}  // namespace

void mark_furniture(layout& l) {
  mark_gutenberg(l);
  for (auto& p : l.paragraphs) {
    const std::string_view line = l.of(p);
    if (is_bare(line) || is_navigation(line) || is_notice(line)) p.kind = zone::furniture;
  }
  mark_weak_navigation(l);
  mark_running_heads(l);
}

}  // namespace isogloss::corpus
