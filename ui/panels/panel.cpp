// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/panel.h"

#include "ui/panels/datatable.h"
#include "ui/text/panelwords.h"
#include "ui/text/words.h"

#include <QAbstractItemModel>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int headerInset = 12;
constexpr int plotBottom = 8;

} // namespace

//! A frame above everything else in the panel.
class PanelOutline final : public QWidget {
public:
    PanelOutline(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

    void setMarked(bool marked)
    {
        m_marked = marked;
        update();
    }
    void setFocused(bool focused)
    {
        m_focused = focused;
        update();
    }
    [[nodiscard]] bool isMarked() const { return m_marked; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_marked && !m_focused)
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.palette().accent, m_marked ? 2.0 : 1.0));
        painter.drawRoundedRect(QRectF(rect()).adjusted(4.0, 1.0, -4.0, -1.0), 6.0, 6.0);
    }

private:
    const Theme &m_theme;
    bool m_marked = false;
    bool m_focused = false;
};

Panel::Panel(std::unique_ptr<PanelFeed> feed, const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_feed(std::move(feed))
    , m_context(context)
    , m_header(new PanelHeader(context.theme, this))
    , m_outline(new PanelOutline(context.theme, this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_margins.top = headerHeight;
    m_margins.bottom = plotBottom;
    connect(m_feed.get(), &PanelFeed::changed, this, &Panel::refresh);
    connect(&context.theme, &Theme::changed, this, &Panel::refresh);
}

Panel::~Panel()
{
    // The feed may say something while it goes; this panel is then only half there.
    m_feed->disconnect(this);
}

void Panel::setGutters(int left, int right)
{
    m_margins.left = left;
    m_margins.right = right;
    layOut();
}

void Panel::setMarked(bool marked)
{
    m_outline->setMarked(marked);
}

bool Panel::isMarked() const
{
    return m_outline->isMarked();
}

void Panel::refresh()
{
    PanelHeader::Content content = headerContent();
    content.badge = answerNotes(m_feed->snapshot()).badge;
    describeToAssistants(content);
    m_header->setContent(content);
    refreshPlot();
    Q_EMIT refreshed();
}

QString Panel::ageNote() const
{
    const PanelSnapshot &snapshot = m_feed->snapshot();
    if (snapshot.state != PanelState::Stale)
        return {};
    if (!snapshot.heardAt || snapshot.range.end <= *snapshot.heardAt)
        return tr("stale");
    //: %1: an age, such as "45 s ago"
    return tr("stale, %1").arg(m_context.formatting.ago(snapshot.range.end - *snapshot.heardAt));
}

void Panel::describeToAssistants(const PanelHeader::Content &content)
{
    setAccessibleName(content.title);
    QStringList parts;
    if (const QString problem = panelProblem(m_feed->snapshot(), m_context.formatting); !problem.isEmpty())
        parts.append(problem);
    for (const LegendItem &item : content.legend) {
        if (!item.value.isEmpty())
            parts.append(QString(item.name % u' ' % item.value));
    }
    if (const AnswerNotes notes = answerNotes(m_feed->snapshot()); !notes.badge.isEmpty())
        parts += QStringList{notes.badge, notes.explanation};
    setAccessibleDescription(parts.join(u", "_s));
}

void Panel::layOut()
{
    m_header->setGeometry(headerInset, 0, width() - 2 * headerInset, headerHeight - 2);
    layOutPlot(rect(), m_margins);
    m_header->raise();
    m_outline->setGeometry(rect());
    m_outline->raise();
}

void Panel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
    m_feed->setPixelWidth(std::max(1, width() - m_margins.left - m_margins.right));
}

bool Panel::event(QEvent *event)
{
    // The header lets the mouse through to the plot, and so has no tooltip of its own.
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString explanation = answerNotes(m_feed->snapshot()).explanation;
        if (m_header->geometry().contains(help->pos()) && !explanation.isEmpty()) {
            QToolTip::showText(help->globalPos(), explanation, this, m_header->geometry());
            return true;
        }
    }
    return QWidget::event(event);
}

void Panel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed->setVisible(true);
    refresh();
}

void Panel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed->setVisible(false);
}

void Panel::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    // A click shows where it went; only who came by the keyboard needs to be told.
    const auto reason = event->reason();
    m_outline->setFocused(reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason);
}

void Panel::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_outline->setFocused(false);
}

void Panel::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT crosshairStepped(shift ? -10 : -1);
        return;
    case Qt::Key_Right:
        Q_EMIT crosshairStepped(shift ? 10 : 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        showData();
        return;
    case Qt::Key_F10:
        if (shift) {
            openMenu(mapToGlobal(rect().center()));
            return;
        }
        break;
    case Qt::Key_Escape:
        Q_EMIT escaped();
        return;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void Panel::contextMenuEvent(QContextMenuEvent *event)
{
    openMenu(event->globalPos());
}

void Panel::openMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show data"), this, &Panel::showData);
    menu->popup(globalPosition);
}

void Panel::showData()
{
    if (m_table) {
        m_table->raise();
        m_table->activateWindow();
        return;
    }
    m_table = new DataTable(accessibleName(), dataModel(), window());
    m_table->show();
}

} // namespace sockeye
