package io.hangtag.core.attribution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Touches as columns, by product, time and post, and what each shows.
///
/// A touch is a published post of media in which a product was confirmed when it was posted. It has
/// one or more showings, a link each, in the order of the media in the post.
final class Touches {
  private static final int FIRST_CAPACITY = 1_024;
  private static final long NOBODY = -1;

  private int size;
  private long[] products = new long[FIRST_CAPACITY];
  private long[] micros = new long[FIRST_CAPACITY];
  private long[] posts = new long[FIRST_CAPACITY];
  // Of each touch the first of its showings; behind the last touch their number.
  private int[] firsts = new int[FIRST_CAPACITY + 1];

  private int showings;
  private int[] touchOf = new int[FIRST_CAPACITY];
  private long[] media = new long[FIRST_CAPACITY];
  private long[] links = new long[FIRST_CAPACITY];
  private int[] linkNumbers = new int[FIRST_CAPACITY];
  private final Map<Long, Integer> numberOfLink = new HashMap<>();
  private final Map<PostAndLink, Integer> byPostAndLink = new HashMap<>();

  /// Adds a showing; of a touch one after the other, and of several links of one medium only the
  /// first.
  void add(long product, long postedMicros, long post, long medium, long link) {
    boolean another = size == 0 || products[size - 1] != product || posts[size - 1] != post;
    if (another) {
      addTouch(product, postedMicros, post);
    } else if (media[showings - 1] == medium) {
      return;
    }
    addShowing(medium, link);
  }

  /// By order the number of the showing that it names: of one not read, that of a touch behind all
  /// others that is in nobody's window.
  Map<Long, Integer> find(Map<Long, Proof> proofs) {
    Map<Long, Integer> found = new HashMap<>();
    proofs.forEach((order, proof) -> found.put(order, find(proof)));
    return found;
  }

  private int find(Proof proof) {
    if (byPostAndLink.isEmpty()) {
      for (int showing = 0; showing < showings; showing++) {
        byPostAndLink.put(new PostAndLink(posts[touchOf[showing]], links[showing]), showing);
      }
    }
    return byPostAndLink.computeIfAbsent(
        new PostAndLink(proof.post(), proof.link()), _ -> addApart(proof));
  }

  private int addApart(Proof proof) {
    addTouch(NOBODY, proof.postedMicros(), proof.post());
    addShowing(proof.media(), proof.link());
    return showings - 1;
  }

  private void addShowing(long medium, long link) {
    if (showings == media.length) {
      growShowings();
    }
    touchOf[showings] = size - 1;
    media[showings] = medium;
    links[showings] = link;
    linkNumbers[showings] = numberOfLink.computeIfAbsent(link, _ -> numberOfLink.size());
    showings++;
    firsts[size] = showings;
  }

  private void addTouch(long product, long postedMicros, long post) {
    if (size == products.length) {
      int capacity = size * 2;
      products = Arrays.copyOf(products, capacity);
      micros = Arrays.copyOf(micros, capacity);
      posts = Arrays.copyOf(posts, capacity);
      firsts = Arrays.copyOf(firsts, capacity + 1);
    }
    products[size] = product;
    micros[size] = postedMicros;
    posts[size] = post;
    firsts[size] = showings;
    size++;
  }

  private void growShowings() {
    int capacity = showings * 2;
    touchOf = Arrays.copyOf(touchOf, capacity);
    media = Arrays.copyOf(media, capacity);
    links = Arrays.copyOf(links, capacity);
    linkNumbers = Arrays.copyOf(linkNumbers, capacity);
  }

  int size() {
    return size;
  }

  long product(int touch) {
    return products[touch];
  }

  /// When it was posted, in microseconds since 1970.
  long micros(int touch) {
    return micros[touch];
  }

  /// [Proof#AD]: an ad, whose time says nothing.
  long post(int touch) {
    return posts[touch];
  }

  /// The first of its showings; those up to the next touch's first are its own.
  int firstShowing(int touch) {
    return firsts[touch];
  }

  int showings() {
    return showings;
  }

  int touchOf(int showing) {
    return touchOf[showing];
  }

  long media(int showing) {
    return media[showing];
  }

  long link(int showing) {
    return links[showing];
  }

  /// The links counted from 0.
  int linkNumber(int showing) {
    return linkNumbers[showing];
  }

  int links() {
    return numberOfLink.size();
  }

  private record PostAndLink(long post, long link) {}
}
