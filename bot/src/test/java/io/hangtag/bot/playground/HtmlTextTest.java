package io.hangtag.bot.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hangtag.bot.playground.FormattedText.Entity;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain|plain|``",
        "<b>bold</b>|bold|bold 0+4",
        "<STRONG>bold</strong>|bold|bold 0+4",
        "<i>a</i><em>b</em>|ab|italic 0+1, italic 1+1",
        "<u>a</u><ins>b</ins>|ab|underline 0+1, underline 1+1",
        "<s>a</s><strike>b</strike><del>c</del>|abc|strikethrough 0+1, strikethrough 1+1,"
            + " strikethrough 2+1",
        "<span class=\"tg-spoiler\">x</span>|x|spoiler 0+1",
        "<tg-spoiler>x</tg-spoiler>|x|spoiler 0+1",
        "<a href=\"https://a.example/?x=1&amp;y=2\">a</a>|a|"
            + "text_link 0+1 {\"url\":\"https://a.example/?x=1&y=2\"}",
        "<a href='a.example'>a</a>|a|text_link 0+1 {\"url\":\"http://a.example\"}",
        "<a href=\"nonsense\">a</a>|a|``",
        "<a>https://a.example</a>|https://a.example|"
            + "text_link 0+17 {\"url\":\"https://a.example\"}",
        "<code>x</code>|x|code 0+1",
        "<pre>x</pre>|x|pre 0+1",
        "<pre><code class=\"language-java\">x</code></pre>|x|pre 0+1 {\"language\":\"java\"}",
        "<blockquote>x</blockquote>|x|blockquote 0+1",
        "<blockquote expandable>x</blockquote>|x|expandable_blockquote 0+1",
        "<tg-emoji emoji-id=\"5368324170671202286\">x</tg-emoji>|x|"
            + "custom_emoji 0+1 {\"custom_emoji_id\":\"5368324170671202286\"}",
        "<b>a <i>b</i></b>|a b|bold 0+3, italic 2+1",
        "1 &lt; 2 &amp; 3 &gt; 2 &quot;|1 < 2 & 3 > 2 \"|``",
        "&#60;&#x3E;&#128512;|<>😀|``",
        "&nbsp;&apos;&;|&nbsp;&apos;&;|``",
        "😀<b>x</b>|😀x|bold 2+1",
        "a > b|a > b|``",
        "<b></b>x|x|``",
        "<b>x</>|x|bold 0+1",
      })
  void reads(String html, String text, String entities) {
    FormattedText read = HtmlText.parse(html);

    assertThat(read.text()).isEqualTo(text);
    assertThat(read.entities().stream().map(HtmlTextTest::shown).collect(Collectors.joining(", ")))
        .isEqualTo(entities);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<h1>x</h1>|Unsupported start tag \"h1\" at byte offset 0",
        "ü<br>|Unsupported start tag \"br\" at byte offset 2",
        "<br/>|Unsupported start tag \"br/\" at byte offset 0",
        "size <M>|Unsupported start tag \"m\" at byte offset 5",
        "1 <2 and 3> 2|Unsupported start tag \"2\" at byte offset 2",
        "1 < 2|Unsupported start tag \"\" at byte offset 2",
        "a <b|Unclosed start tag at byte offset 2",
        "a <b |Unclosed start tag at byte offset 2",
        "<b>x|Can't find end tag corresponding to start tag \"b\"",
        "<b><i>x</b></i>|Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"",
        "x</b>|Unexpected end tag at byte offset 1",
        "<b>x</b|Unclosed end tag at byte offset 4",
        "<a href>x</a>|Expected equal sign in declaration of an attribute of the tag \"a\" at byte"
            + " offset 0",
        "<a =>x</a>|Empty attribute name in the tag \"a\" at byte offset 0",
        "<a href=>x</a>|``",
        "<a href=\"x|Unclosed start tag at byte offset 0",
        "<a href=|Unclosed start tag \"a\" at byte offset 0",
        "<a href=a/b>x</a>|Unexpected end of name token at byte offset 8",
        "<span>x</span>|Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
        "<span class=\"red\">x</span>|Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
        "<tg-emoji emoji-id=\"x\">x</tg-emoji>|Invalid custom emoji identifier specified",
        "&#xD800;|Text contains invalid Unicode characters after decoding HTML entities, check for"
            + " unmatched surrogate code units",
      })
  void refuses(String html, String words) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> HtmlText.parse(html));

    if (words.isEmpty()) {
      assertThat(refusal).isNull();
    } else {
      assertThat(refusal).hasMessage("Bad Request: can't parse entities: " + words);
    }
  }

  private static String shown(Entity entity) {
    String extra = entity.extra().isEmpty() ? "" : " " + entity.extra();
    return entity.type() + " " + entity.offset() + "+" + entity.length() + extra;
  }
}
