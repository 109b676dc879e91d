package io.hangtag.bot.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Lucene: BM25, for each word the better of title and whole text, and words that are one or two
/// letters away.
final class LuceneSearch implements SearchMethod, AutoCloseable {
  private static final int LONG_WORD = 4;
  private static final int VERY_LONG_WORD = 8;
  private static final float TITLE_WEIGHT = 1.5f;
  private static final float SKU_WEIGHT = 10;

  private final Analyzer analyzer = new EnglishAnalyzer();
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private LuceneSearch(Directory directory) throws IOException {
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
  }

  /// Indexes the documents in an empty folder.
  static LuceneSearch over(Stream<Document> documents, Path folder) throws IOException {
    Directory directory = FSDirectory.open(folder);
    try (Analyzer english = new EnglishAnalyzer();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(english))) {
      for (Document document : (Iterable<Document>) documents::iterator) {
        long _ =
            writer.addDocument(
                List.of(
                    new StringField("id", document.id(), Store.YES),
                    new TextField("title", document.title(), Store.NO),
                    new TextField("text", document.text(), Store.NO),
                    new StringField("sku", folded(document.sku()), Store.NO)));
      }
    }
    return new LuceneSearch(directory);
  }

  @Override
  public String name() {
    return "lucene";
  }

  @Override
  public List<String> find(String query, int limit) {
    try {
      List<String> found = new ArrayList<>();
      StoredFields documents = searcher.storedFields();
      for (ScoreDoc hit : searcher.search(parsed(query), limit).scoreDocs) {
        found.add(documents.document(hit.doc).get("id"));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Query parsed(String query) throws IOException {
    BooleanQuery.Builder parsed = new BooleanQuery.Builder();
    parsed.add(
        new BoostQuery(new TermQuery(new Term("sku", folded(query))), SKU_WEIGHT), Occur.SHOULD);
    for (String word : words(query)) {
      List<Query> ways = new ArrayList<>();
      ways.add(new BoostQuery(new TermQuery(new Term("title", word)), TITLE_WEIGHT));
      ways.add(new TermQuery(new Term("text", word)));
      if (word.length() >= LONG_WORD) {
        int edits = word.length() >= VERY_LONG_WORD ? 2 : 1;
        ways.add(new FuzzyQuery(new Term("title", word), edits));
        ways.add(new FuzzyQuery(new Term("text", word), edits));
      }
      parsed.add(new DisjunctionMaxQuery(ways, 0), Occur.SHOULD);
    }
    return parsed.build();
  }

  private List<String> words(String query) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("text", query)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(word.toString());
      }
      tokens.end();
    }
    return words;
  }

  private static String folded(String sku) {
    return sku.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
    analyzer.close();
  }
}
