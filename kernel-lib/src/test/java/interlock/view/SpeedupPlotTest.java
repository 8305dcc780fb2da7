package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interlock.scaling.SpeedupCurve;
import interlock.scaling.SpeedupPoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.style.Styler.LegendPosition;

class SpeedupPlotTest {
  private static LegendPosition legend(double highOfOneWorker) {
    SpeedupCurve curve =
        new SpeedupCurve(
            "threads",
            List.of(new SpeedupPoint(1, 1, 0.9, highOfOneWorker), new SpeedupPoint(4, 3, 3, 3)));
    return new SpeedupPlot("t", 4, List.of(curve)).chart().getStyler().getLegendPosition();
  }

  @Test
  void quietMeasurements_leaveTheLegendInItsCorner() {
    assertEquals(LegendPosition.InsideNW, legend(1.1));
  }

  @Test
  void errorBarInTheCorner_sendsTheLegendOutside() {
    assertEquals(LegendPosition.OutsideE, legend(4.2));
  }
}
