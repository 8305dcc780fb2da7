package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTest {
  @Test
  void notice_saysItsKindInAWord() throws Exception {
    for (Notice notice :
        List.of(Notice.info("So it is."), Notice.warning("So it is."), Notice.wrong("So it is."))) {
      assertEquals(List.of(notice.text()), Markup.parse(notice.html()).texts("p"));
    }
    assertEquals("Note: So it is.", Notice.info("So it is.").text());
    assertEquals("Take care: So it is.", Notice.warning("So it is.").text());
    assertEquals("Wrong: So it is.", Notice.wrong("So it is.").text());
  }

  @Test
  void hostileSentence_showsAsText() {
    assertFalse(Notice.wrong("<script>x</script>").html().contains("<script"));
  }
}
