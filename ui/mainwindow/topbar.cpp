// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/topbar.h"

#include "ui/mainwindow/customrangedialog.h"
#include "ui/mainwindow/sentencelabel.h"
#include "ui/text/formatting.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int barHeight = 68;
constexpr int edgeHeight = 3;
constexpr std::array<std::chrono::milliseconds, 7> rangePresets{5min, 15min, 30min, 1h, 3h, 12h, 24h};
constexpr std::array<std::chrono::milliseconds, 5> intervalPresets{2s, 5s, 10s, 30s, 60s};

QPushButton *makeButton(const QString &name, const QString &accessibleName)
{
    auto *button = new QPushButton;
    button->setObjectName(name);
    button->setAccessibleName(accessibleName);
    button->setFixedHeight(28);
    return button;
}

} // namespace

TopBar::TopBar(const Clock &clock, const Theme &theme, const Formatting &formatting, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_theme(theme)
    , m_formatting(formatting)
    , m_sentence(new SentenceLabel(theme))
    , m_workspace(new QLabel)
    , m_demo(new QToolButton)
    , m_demoNote(new QLabel(tr("Alerts fire after 15 s here, not after minutes.")))
    , m_back(makeButton(u"timeBack"_s, tr("Earlier")))
    , m_range(makeButton(u"timeRange"_s, tr("Time range")))
    , m_forward(makeButton(u"timeForward"_s, tr("Later")))
    , m_live(makeButton(u"timeLive"_s, tr("Follow the present")))
    , m_interval(makeButton(u"refreshInterval"_s, tr("Refresh interval")))
{
    setFixedHeight(barHeight);
    m_workspace->setProperty("dim", true);
    m_demo->setObjectName(u"demoMenu"_s);
    m_demo->setText(tr("Demo: break something"));
    m_demo->setPopupMode(QToolButton::InstantPopup);
    m_demo->setProperty("link", true);
    m_demo->setMenu(makeDemoMenu());
    m_demo->hide();
    m_demoNote->setProperty("dim", true);
    m_demoNote->hide();
    m_back->setText(u"◀"_s);
    m_forward->setText(u"▶"_s);
    for (QPushButton *arrow : {m_back, m_forward}) {
        arrow->setProperty("narrow", true);
        arrow->setFixedWidth(32);
    }
    m_live->setCheckable(true);
    m_live->setText(tr("Live"));
    m_live->setProperty("live", true);
    m_range->setMenu(makeRangeMenu());
    m_interval->setMenu(makeIntervalMenu());

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch(1);
    words->addWidget(m_sentence);
    auto *second = new QHBoxLayout;
    second->setContentsMargins(22, 0, 0, 0);
    second->setSpacing(12);
    second->addWidget(m_workspace);
    second->addWidget(m_demo);
    second->addWidget(m_demoNote);
    second->addStretch(1);
    words->addLayout(second);
    words->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    row->addLayout(words, 1);
    for (QWidget *button : {m_back, m_range, m_forward, m_live, m_interval})
        row->addWidget(button);

    connect(m_back, &QPushButton::clicked, this,
        [this] { Q_EMIT selectionRequested(m_selection.moved(-0.5, m_clock.now())); });
    connect(m_forward, &QPushButton::clicked, this,
        [this] { Q_EMIT selectionRequested(m_selection.moved(0.5, m_clock.now())); });
    connect(m_live, &QPushButton::clicked, this, [this](bool live) {
        Q_EMIT selectionRequested(TimeSelection{m_selection.length, live, m_clock.now()});
    });
    updateRangeText();
}

TopBar::~TopBar() = default;

void TopBar::setSentence(const TopSentence &sentence)
{
    m_sentence->setSentence(sentence);
}

TopSentence TopBar::sentence() const
{
    return m_sentence->sentence();
}

void TopBar::setWorkspaceName(const QString &name)
{
    m_workspace->setText(name);
    update();
}

void TopBar::setSelection(const TimeSelection &selection)
{
    m_selection = selection;
    updateRangeText();
}

void TopBar::setRefreshInterval(std::chrono::milliseconds interval)
{
    m_interval->setText(tr("every %1").arg(m_formatting.duration(interval)));
}

void TopBar::setDemoRunning(bool running)
{
    m_demo->setVisible(running);
    m_demoNote->setVisible(running);
}

void TopBar::updateRangeText()
{
    m_live->setChecked(m_selection.live);
    m_live->setText(m_selection.live ? tr("● Live") : tr("Go live"));
    m_forward->setEnabled(!m_selection.live);
    const TimeRange range = m_selection.range(m_clock.now());
    m_range->setText(m_selection.live
            ? tr("Last %1").arg(m_formatting.duration(m_selection.length))
            : tr("%1 to %2").arg(m_formatting.dateTime(range.begin), m_formatting.clockTime(range.end)));
}

QMenu *TopBar::makeRangeMenu()
{
    auto *menu = new QMenu(m_range);
    for (const auto length : rangePresets) {
        menu->addAction(tr("Last %1").arg(m_formatting.duration(length)), this, [this, length] {
            Q_EMIT selectionRequested(TimeSelection{length, true, m_clock.now()});
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Custom…"), this, &TopBar::askCustomRange);
    return menu;
}

QMenu *TopBar::makeIntervalMenu()
{
    auto *menu = new QMenu(m_interval);
    for (const auto interval : intervalPresets) {
        menu->addAction(tr("every %1").arg(m_formatting.duration(interval)), this,
            [this, interval] { Q_EMIT refreshIntervalRequested(interval); });
    }
    return menu;
}

QMenu *TopBar::makeDemoMenu()
{
    using Kind = DemoFault::Kind;
    struct Entry {
        QString text;
        DemoFault fault;
    };
    const std::array entries{
        Entry{tr("Handle messages slowly (1.5 s) for 2 min"), {Kind::Slow, 120s, 1500}},
        Entry{tr("Drop connections without a close frame for 1 min"), {Kind::Drop, 60s, 0}},
        Entry{tr("Close connections with 1012 for 1 min"), {Kind::Close, 60s, 1012}},
        Entry{tr("Refuse upgrades with 503 for 2 min"), {Kind::Refuse, 120s, 503}},
        Entry{tr("Stop reading while TCP stays open for 1 min"), {Kind::Stall, 60s, 0}},
        Entry{tr("Reconnect storm for 1 min"), {Kind::Storm, 60s, 0}},
        Entry{tr("Fail 30 % of the messages for 2 min"), {Kind::Errors, 120s, 30}},
        Entry{tr("Burn 95 % of a core for 2 min"), {Kind::Busy, 120s, 95}},
        Entry{tr("Leak 220 MB of memory for 2 min"), {Kind::Leak, 120s, 220}},
        Entry{tr("Switch /metrics off for 2 min"), {Kind::MetricsOff, 120s, 0}},
    };
    auto *menu = new QMenu(m_demo);
    for (const Entry &entry : entries) {
        menu->addAction(entry.text, this, [this, fault = entry.fault] { Q_EMIT faultRequested(fault); });
    }
    menu->addSeparator();
    menu->addAction(tr("Mend everything"), this, &TopBar::faultsCleared);
    return menu;
}

void TopBar::askCustomRange()
{
    auto *dialog = new CustomRangeDialog(m_selection.range(m_clock.now()), m_formatting, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CustomRangeDialog::rangeChosen, this, [this](const TimeRange &range) {
        Q_EMIT selectionRequested(TimeSelection{range.length(), false, range.end});
    });
    dialog->open();
}

void TopBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.palette().panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.palette().line);
    painter.fillRect(QRect(0, 0, width(), edgeHeight), m_theme.workspaceColor(m_workspace->text()));
}

} // namespace sockeye
