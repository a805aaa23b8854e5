#include "isogloss/reports/exchange.hpp"

#include <string_view>

#include "isogloss/base/version.hpp"
#include "isogloss/reports/table_writer.hpp"

namespace isogloss::reports {
namespace {

using counts::sparse_matrix;

// As R escapes them: a backslash before quotation marks and backslashes.
std::string quoted_for_r(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

std::string escaped_for_xml(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&') {
      result += "&amp;";
    } else if (c == '<') {
      result += "&lt;";
    } else if (c == '>') {
      result += "&gt;";
    } else if (c == '"') {
      result += "&quot;";
    } else if (c == '\t' || c == '\n' || c == '\r') {
      result += "&#" + std::to_string(static_cast<int>(c)) + ';';
    } else if (is_control(c)) {
      result += "\xEF\xBF\xBD";
    } else {
      result += c;
    }
  }
  return result;
}

std::string nodes_of(const studies::network& n) {
  std::string text;
  for (std::size_t i = 0; i < n.documents.size(); ++i) {
    text += "      <node id=\"" + std::to_string(i + 1) + "\" label=\"" + escaped_for_xml(n.documents[i]) + "\">";
    if (!n.groups.empty()) {
      text += "<attvalues><attvalue for=\"group\" value=\"" + escaped_for_xml(n.groups[i]) + "\"/></attvalues>";
    }
    text += "</node>\n";
  }
  return text;
}

std::string edges_of(const studies::network& n) {
  std::string text;
  for (std::size_t i = 0; i < n.edges.size(); ++i) {
    const auto& e = n.edges[i];
    text += "      <edge id=\"" + std::to_string(i + 1) + "\" source=\"" + std::to_string(e.source + 1) +
            "\" target=\"" + std::to_string(e.target + 1) + "\" weight=\"" + to_text(e.weight) +
            "\"><attvalues><attvalue for=\"value\" value=\"" + to_text(e.value) + "\"/></attvalues></edge>\n";
  }
  return text;
}

}  // namespace

std::string matrix_market(const counts::dfm& dfm) {
  std::string cells;
  std::size_t n = 0;
  for (Eigen::Index row = 0; row < dfm.counts.rows(); ++row) {
    for (sparse_matrix::InnerIterator cell(dfm.counts, row); cell; ++cell) {
      if (cell.value() == 0) continue;
      cells += std::to_string(row + 1) + ' ' + std::to_string(cell.col() + 1) + ' ' +
               std::to_string(static_cast<std::int64_t>(cell.value())) + '\n';
      ++n;
    }
  }
  return "%%MatrixMarket matrix coordinate integer general\n% documents by terms: matrix_documents.csv, "
         "matrix_terms.csv\n" +
         std::to_string(dfm.counts.rows()) + ' ' + std::to_string(dfm.counts.cols()) + ' ' + std::to_string(n) + '\n' +
         cells;
}

std::string stylo_table(const counts::dfm& dfm) {
  std::string text;
  for (std::size_t d = 0; d < dfm.documents.size(); ++d) text += (d > 0 ? " " : "") + quoted_for_r(dfm.documents[d]);
  text += '\n';
  // By column, where each term's cells lie together.
  const Eigen::SparseMatrix<double> columns = dfm.counts;
  for (const std::size_t term : counts::by_frequency(dfm)) {
    Eigen::VectorXd cells = Eigen::VectorXd::Zero(columns.rows());
    for (Eigen::SparseMatrix<double>::InnerIterator cell(columns, static_cast<Eigen::Index>(term)); cell; ++cell) {
      cells[cell.row()] = cell.value();
    }
    text += quoted_for_r(dfm.terms[term]);
    for (Eigen::Index d = 0; d < cells.size(); ++d) text += ' ' + to_text(100 * cells[d] / dfm.tokens[d]);
    text += '\n';
  }
  return text;
}

std::string gexf(const studies::network& n) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
         "  <meta><creator>isogloss " +
         std::string(version) + "</creator><description>" + std::string(statistics::name(n.measure)) +
         " in the layer " + std::string(name(n.layer)) +
         "</description></meta>\n"
         "  <graph defaultedgetype=\"undirected\" mode=\"static\">\n"
         "    <attributes class=\"node\"><attribute id=\"group\" title=\"group\" type=\"string\"/></attributes>\n"
         "    <attributes class=\"edge\"><attribute id=\"value\" title=\"" +
         std::string(statistics::name(n.measure)) +
         "\" type=\"double\"/></attributes>\n"
         "    <nodes>\n" +
         nodes_of(n) + "    </nodes>\n    <edges>\n" + edges_of(n) + "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace isogloss::reports
