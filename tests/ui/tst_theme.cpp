// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/marks.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

// https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
double luminance(const QColor &color)
{
    const auto linear = [](float channel) {
        const double c = static_cast<double>(channel);
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

int inkedPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
    }
    return count;
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
            const Palette &p = paletteFor(scheme);
            const char *name = scheme == ColorScheme::Light ? "light" : "dark";
            const auto row = [&](const char *what, const QColor &ink, const QColor &ground, double least) {
                QTest::addRow("%s: %s", name, what) << static_cast<int>(scheme) << ink << ground << least;
            };
            row("text on a card", p.text, p.panel, 7.0);
            row("text on the page", p.text, p.background, 7.0);
            row("label on a card", p.dim, p.panel, 4.5);
            row("label on the page", p.dim, p.background, 4.5);
            row("label on the rail", p.dim, p.rail, 4.5);
            row("label on a selection", p.dim, p.accentTint, 4.5);
            row("link on a card", p.accent, p.panel, 4.5);
            row("critical on its tint", p.critical, p.criticalTint, 4.5);
            row("axis number on a card", p.faint, p.panel, 4.5);
            row("dim words on the critical tint", p.dim, p.criticalTint, 4.5);
            row("dim words on the warning tint", p.dim, p.warningTint, 4.5);
            row("blind words on a selection", p.blind, p.accentTint, 4.5);
            row("live button's words", p.accent, p.accentTint, 4.5);
            row("warning on its tint", p.warning, p.warningTint, 4.5);
            row("warning on a card", p.warning, p.panel, 4.5);
            row("well on a card", p.well, p.panel, 4.5);
            row("number in the badge", p.panel, p.critical, 4.5);
            row("blind on its tint", p.blind, p.blindTint, 4.5);
            row("critical on a card", p.critical, p.panel, 4.5);
            for (const QColor &series : p.series)
                row(qPrintable(u"line "_s + series.name()), series, p.panel, 2.9);
        }
    }

    void textIsReadable()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double found = contrast(ink, ground);
        QVERIFY2(found >= least, qPrintable(u"%1:1"_s.arg(found)));
    }

    void schemeReachesTheApplication()
    {
        Theme theme;
        const QSignalSpy changed(&theme, &Theme::changed);
        theme.setScheme(ColorScheme::Dark);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(QApplication::palette().color(QPalette::Window), paletteFor(ColorScheme::Dark).background);
        theme.setScheme(ColorScheme::Light);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(QApplication::palette().color(QPalette::Window), paletteFor(ColorScheme::Light).background);
        QCOMPARE(QApplication::font().pixelSize(), 13);
        QVERIFY2(!qApp->styleSheet().contains(u'@'), "a colour of the style sheet has no value");
    }

    void systemSchemeIsNotOurOwnEcho()
    {
        Theme theme;
        const ColorScheme system = Theme::systemScheme();
        theme.setScheme(system == ColorScheme::Dark ? ColorScheme::Light : ColorScheme::Dark);
        QCOMPARE(Theme::systemScheme(), system);
    }

    void everyHealthHasItsShape()
    {
        const Theme theme;
        QHash<int, Health> seen;
        for (const Health health : {Health::Well, Health::Warning, Health::Critical, Health::Blind}) {
            const QImage image =
                healthPixmap(health, 24, 2.0, theme).toImage().convertToFormat(QImage::Format_ARGB32);
            QCOMPARE(image.size(), QSize(48, 48));
            const int ink = inkedPixels(image);
            QVERIFY(ink > 48 * 48 / 4);
            QVERIFY2(!seen.contains(ink / 40), "two states cover the same area: are they the same shape?");
            seen.insert(ink / 40, health);
        }
    }

    void unknownIsDrawnAsBlind()
    {
        const Theme theme;
        QCOMPARE(healthPixmap(Health::Unknown, 16, 1.0, theme).toImage(),
            healthPixmap(Health::Blind, 16, 1.0, theme).toImage());
    }

    void closeCodesKeepTheirColour()
    {
        const Theme theme;
        const LabelSet dropped{{"code", "1006"}, {"job", "a"}};
        QCOMPARE(theme.seriesColor(dropped, 0), theme.palette().critical);
        QCOMPARE(theme.seriesColor(dropped, 3), theme.palette().critical);
        QCOMPARE(theme.seriesColor(LabelSet{}, 1), theme.palette().series[1]);
        const LabelSet room{{"room", "lobby"}};
        QCOMPARE(theme.seriesColor(room, 0), theme.seriesColor(LabelSet{{"room", "lobby"}}, 0));
    }

    void iconTakesTheColour()
    {
        const QString path = u":/theme/chevron-down-light.svg"_s;
        const QImage image =
            tintedPixmap(path, 32, 1.0, Qt::red).toImage().convertToFormat(QImage::Format_ARGB32);
        QVERIFY(inkedPixels(image) > 0);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (qAlpha(image.pixel(x, y)) == 255)
                    QCOMPARE(image.pixelColor(x, y), QColor(Qt::red));
            }
        }
        QVERIFY(tintedPixmap(u":/no/such.svg"_s, 32, 1.0, Qt::red).isNull());
    }

    void iconHasThePixelsOfTheDevice_data()
    {
        QTest::addColumn<qreal>("ratio");
        QTest::addColumn<int>("pixels");
        QTest::newRow("ordinary") << 1.0 << 24;
        QTest::newRow("one and a half") << 1.5 << 36;
        QTest::newRow("double") << 2.0 << 48;
    }

    void iconHasThePixelsOfTheDevice()
    {
        QFETCH(qreal, ratio);
        QFETCH(int, pixels);
        const QPixmap pixmap = tintedPixmap(u":/theme/chevron-down-light.svg"_s, 24, ratio, Qt::blue);
        QCOMPARE(pixmap.size(), QSize(pixels, pixels));
        QCOMPARE(pixmap.devicePixelRatio(), ratio);
    }

    void chosenRowKeepsTheMarksColour()
    {
        const Theme theme;
        const QIcon icon = healthIcon(Health::Well, 12, 1.0, theme);
        QCOMPARE(icon.pixmap(QSize(12, 12), 1.0, QIcon::Selected).toImage(),
            icon.pixmap(QSize(12, 12), 1.0, QIcon::Normal).toImage());
    }

    void workspaceKeepsItsColour()
    {
        const Theme theme;
        QCOMPARE(theme.workspaceColor(u"production"_s), theme.workspaceColor(u"production"_s));
        QVERIFY(theme.workspaceColor(u"production"_s) != theme.workspaceColor(u"staging"_s));
    }
};

} // namespace sockeye

QTEST_MAIN(sockeye::ThemeTest)
#include "tst_theme.moc"
