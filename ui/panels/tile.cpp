// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/tile.h"

#include "ui/charts/axistext.h"
#include "ui/text/panelwords.h"
#include "ui/text/words.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <cmath>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double radius = 8.0;
constexpr double padding = 13.0;
constexpr double steadyChange = 0.02;

//! The newest value against the oldest of the range, as the list of services has it: two definitions of a
//! change would contradict each other on one screen. NaN when either is unknown.
double changeWithin(const TimeSeries &series, const TimeRange &range)
{
    double then = absentValue();
    double now = absentValue();
    for (std::size_t i = 0; i < series.size(); ++i) {
        const bool isInside = series.times[i] >= range.begin && series.times[i] <= range.end;
        if (!isInside || !std::isfinite(series.values[i]))
            continue;
        // A series that began later says nothing about the whole range.
        if (std::isnan(then) && series.times[i] - range.begin > range.length() / 10)
            return absentValue();
        if (std::isnan(then))
            then = series.values[i];
        now = series.values[i];
    }
    return then == 0.0 ? absentValue() : now / then - 1.0;
}

} // namespace

Tile::Tile(std::unique_ptr<PanelFeed> feed, const Theme &theme, const Formatting &formatting, QWidget *parent)
    : QWidget(parent)
    , m_feed(std::move(feed))
    , m_context{theme, formatting}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_feed.get(), &PanelFeed::changed, this, &Tile::refresh);
    connect(&theme, &Theme::changed, this, &Tile::refresh);
    refresh();
}

Tile::~Tile()
{
    m_feed->disconnect(this);
}

void Tile::setRange(const TimeRange &range, bool live)
{
    m_feed->setRange(range, live);
}

const Threshold *Tile::thresholdFor(double value) const
{
    const auto &thresholds = m_feed->snapshot().thresholds;
    const Threshold *found = nullptr;
    for (const Threshold &threshold : thresholds) {
        const bool breached = isBreached(value, threshold.comparison, threshold.value);
        const bool foundBreached = found && isBreached(value, found->comparison, found->value);
        if (!found || breached > foundBreached
            || (breached == foundBreached && threshold.severity > found->severity))
            found = &threshold;
    }
    return found;
}

QString Tile::limitNote(const Threshold &threshold, bool breached) const
{
    const PanelSnapshot &snapshot = m_feed->snapshot();
    const Unit unit = m_feed->spec().layers.empty() ? Unit::None : m_feed->spec().layers.front().unit;
    const QString limit = axisText(threshold.value, unit, m_context.formatting.values);
    if (breached && !snapshot.breachRanges.empty()) {
        const Timestamp since = snapshot.breachRanges.back().begin;
        //: %1: a threshold such as 300 ms, %2: a time
        return tr("limit %1 since %2").arg(limit, m_context.formatting.axisTime(since, 1h));
    }
    //: %1: a threshold such as 300 ms
    return tr("limit %1").arg(limit);
}

Tile::Content Tile::content() const
{
    const PanelSpec &spec = m_feed->spec();
    const PanelSnapshot &snapshot = m_feed->snapshot();
    Content made;
    made.label = word(spec.title);
    made.value = {u"—"_s, {}};
    made.noteColor = m_context.theme.palette().dim;
    const bool visible = snapshot.state != PanelState::Blind && snapshot.state != PanelState::Empty;
    const double *last =
        !visible || snapshot.series.empty() ? nullptr : snapshot.series.front().data->lastValue();
    if (last) {
        const Unit unit = layerOf(spec, snapshot.series.front()).unit;
        made.value = m_context.formatting.values.format(*last, unit);
        made.seen = true;
    }
    if (snapshot.state == PanelState::Loading && !made.seen) {
        made.note = tr("loading…");
        return made;
    }
    if (snapshot.state != PanelState::Ready && snapshot.state != PanelState::Loading) {
        made.note = panelProblem(snapshot, m_context.formatting);
        if (snapshot.state == PanelState::Blind)
            made.noteColor = m_context.theme.palette().blind;
        else if (snapshot.state != PanelState::Empty)
            made.noteColor = m_context.theme.palette().warning;
        return made;
    }
    if (!made.seen)
        return made;
    if (const Threshold *threshold = thresholdFor(*last)) {
        const bool breached = isBreached(*last, threshold->comparison, threshold->value);
        if (breached)
            made.breach = threshold->severity;
        made.note = limitNote(*threshold, breached);
        return made;
    }
    const double change = changeWithin(*snapshot.series.front().data, snapshot.range);
    if (std::isnan(change) || std::abs(change) < steadyChange) {
        made.note = std::isnan(change) ? QString() : tr("steady");
        return made;
    }
    const QString sign = change > 0.0 ? u"+"_s : u"−"_s;
    //: %1: a change such as +12 %, %2: a length of time
    made.note = tr("%1 in %2")
                    .arg(QString(sign
                             % m_context.formatting.values.text(
                                 std::round(std::abs(change) * 100.0) / 100.0, Unit::Ratio)),
                        m_context.formatting.duration(snapshot.range.length()));
    return made;
}

void Tile::refresh()
{
    m_content = content();
    setAccessibleName(m_content.label);
    setAccessibleDescription(QString(m_content.value.joined() % u", "_s % m_content.note));
    update();
}

QJsonObject Tile::describe() const
{
    QJsonObject object = describePanel(m_feed->spec(), m_feed->snapshot());
    object.insert(u"value"_s, m_content.value.joined());
    object.insert(u"note"_s, m_content.note);
    object.insert(u"breached"_s, m_content.breach.has_value());
    return object;
}

QSize Tile::sizeHint() const
{
    return {230, 78};
}

QSize Tile::minimumSizeHint() const
{
    return {120, 78};
}

bool Tile::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    // The note may be cut short; whole it is in the tooltip.
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_content.note, this);
    return true;
}

void Tile::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_feed->setPixelWidth(std::max(1, width()));
}

void Tile::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed->setVisible(true);
    refresh();
}

void Tile::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed->setVisible(false);
}

void Tile::paintCard(QPainter &painter) const
{
    const Palette &colors = m_context.theme.palette();
    const QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor border = colors.line;
    if (m_content.breach)
        border = *m_content.breach == Severity::Critical ? colors.critical : colors.warning;
    painter.setPen(QPen(border, 1.0));
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(card, radius, radius);
    if (!m_content.breach)
        return;
    QPainterPath shape;
    shape.addRoundedRect(rect(), radius, radius);
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(QRectF(0.0, 0.0, 3.0, height()), border);
    painter.restore();
}

void Tile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintCard(painter);
    const Theme &theme = m_context.theme;
    const double room = width() - 2.0 * padding;

    painter.setFont(theme.labelFont());
    const QFontMetricsF labels(painter.font());
    painter.setPen(theme.palette().dim);
    painter.drawText(QRectF(padding, 8.0, room, 18.0), Qt::AlignVCenter,
        labels.elidedText(m_content.label, Qt::ElideRight, room));
    painter.setPen(m_content.noteColor);
    painter.drawText(QRectF(padding, 53.0, room, 18.0), Qt::AlignVCenter,
        labels.elidedText(m_content.note, Qt::ElideRight, room));

    QColor ink = m_content.seen ? theme.palette().text : theme.palette().faint;
    if (m_content.breach)
        ink = *m_content.breach == Severity::Critical ? theme.palette().critical : theme.palette().warning;
    if (m_content.seen && m_feed->snapshot().state == PanelState::Stale)
        ink = theme.palette().faint;
    constexpr double baseline = 48.0;
    painter.setFont(theme.valueFont());
    painter.setPen(ink);
    painter.drawText(QPointF(padding, baseline), m_content.value.number);
    const double unitAt =
        padding + QFontMetricsF(painter.font()).horizontalAdvance(m_content.value.number) + 4.0;
    painter.setFont(theme.labelFont());
    painter.setPen(theme.palette().dim);
    painter.drawText(QPointF(unitAt, baseline), m_content.value.unit);
}

} // namespace sockeye
