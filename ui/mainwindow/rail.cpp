// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/rail.h"

#include "ui/theme/marks.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int railWidth = 80;
constexpr int buttonWidth = 68; //!< holds the longest title
constexpr int iconSide = 24;
constexpr char iconProperty[] = "iconPath";

//! A page's button: a tint behind the chosen one and a number where there is something to look at.
class RailButton final : public QToolButton {
public:
    RailButton(const Theme &theme, QWidget *parent)
        : QToolButton(parent)
        , m_theme(theme)
    {
    }

    void setBadge(int count)
    {
        if (std::exchange(m_badge, count) != count)
            update();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const Palette &colors = m_theme.palette();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool chosen = isChecked();
        const QColor ink = chosen ? colors.accent : colors.dim;
        if (chosen || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(chosen ? colors.accentTint : colors.line);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        if (hasFocus()) {
            painter.setPen(QPen(colors.accent, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
        }
        painter.drawPixmap((width() - iconSide) / 2, 6,
            tintedPixmap(property(iconProperty).toString(), iconSide, devicePixelRatioF(), ink));
        painter.setFont(m_theme.labelFont());
        painter.setPen(ink);
        painter.drawText(QRect(0, 32, width(), 18), Qt::AlignCenter, text());
        if (m_badge > 0)
            paintBadge(painter);
    }

private:
    void paintBadge(QPainter &painter) const
    {
        const QRectF circle(width() / 2.0 + 4, 3, 15, 15);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.palette().critical);
        painter.drawEllipse(circle);
        QFont font = m_theme.axisFont();
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(m_theme.palette().panel);
        painter.drawText(circle, Qt::AlignCenter, m_badge > 9 ? u"9+"_s : QString::number(m_badge));
    }

    const Theme &m_theme;
    int m_badge = 0;
};

} // namespace

Rail::Rail(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pages(new QButtonGroup(this))
    , m_layout(new QVBoxLayout(this))
    , m_settings(makeButton(u"settingsButton"_s, tr("Settings"), u":/sockeye/icons/settings.svg"_s))
{
    setFixedWidth(railWidth);
    setAccessibleName(tr("Pages"));
    m_layout->setContentsMargins(6, 10, 6, 10);
    m_layout->setSpacing(4);
    m_layout->addStretch(1);
    m_layout->addWidget(m_settings);
    connect(m_pages, &QButtonGroup::idClicked, this, &Rail::pageRequested);
    connect(m_settings, &QToolButton::clicked, this, &Rail::settingsRequested);
    connect(&m_theme, &Theme::changed, this, [this] { update(); });
}

Rail::~Rail() = default;

QToolButton *Rail::makeButton(const QString &name, const QString &title, const QString &icon)
{
    auto *button = new RailButton(m_theme, this);
    button->setObjectName(name);
    button->setText(title);
    button->setAccessibleName(title);
    button->setProperty(iconProperty, icon);
    button->setFixedSize(buttonWidth, 54);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void Rail::addPage(const QString &name, const QString &title, const QString &icon)
{
    QToolButton *button = makeButton(name, title, icon);
    button->setCheckable(true);
    const int page = static_cast<int>(m_pages->buttons().size());
    m_pages->addButton(button, page);
    m_layout->insertWidget(page, button);
    // The keys go from top to bottom, and the settings were made first.
    setTabOrder(button, m_settings);
}

void Rail::setCurrentPage(int page)
{
    if (QAbstractButton *button = m_pages->button(page))
        button->setChecked(true);
}

void Rail::setBadge(int page, int count)
{
    if (QAbstractButton *button = m_pages->button(page))
        static_cast<RailButton *>(button)->setBadge(count);
}

void Rail::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.palette().rail);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.palette().line);
}

} // namespace sockeye
