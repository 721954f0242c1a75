// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/resultcard.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

QString markOf(ResultCard::Kind kind)
{
    switch (kind) {
    case ResultCard::Kind::Good:
        return u"✓ "_s;
    case ResultCard::Kind::Bad:
        return u"▲ "_s;
    case ResultCard::Kind::Neutral:
        break;
    }
    return {};
}

QColor colorOf(ResultCard::Kind kind, const Palette &colors)
{
    switch (kind) {
    case ResultCard::Kind::Good:
        return colors.well;
    case ResultCard::Kind::Bad:
        return colors.critical;
    case ResultCard::Kind::Neutral:
        break;
    }
    return colors.text;
}

} // namespace

ResultCard::ResultCard(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_headline(new QLabel{this})
    , m_detail(new QLabel{this})
    , m_caution(new QLabel{this})
    , m_fix(new QPushButton{this})
    , m_link(new QLabel{this})
    , m_progress(new QProgressBar{this})
{
    setObjectName(u"resultCard"_s);
    setAccessibleName(tr("Result of the test"));
    build();
    connect(m_fix, &QPushButton::clicked, this, &ResultCard::fixRequested);
    connect(m_link, &QLabel::linkActivated, this, &ResultCard::linkActivated);
    connect(&theme, &Theme::changed, this, &ResultCard::update);
    clear();
}

ResultCard::~ResultCard() = default;

void ResultCard::build()
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(4);
    for (QLabel *label : {m_headline, m_detail, m_caution}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(label);
    }
    m_headline->setTextFormat(Qt::RichText);
    m_fix->setObjectName(u"resultFix"_s);
    m_link->setObjectName(u"resultLink"_s);
    m_link->setTextFormat(Qt::RichText);
    m_link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    auto *ways = new QHBoxLayout;
    ways->setSpacing(14);
    ways->addWidget(m_fix);
    ways->addWidget(m_link, 1);
    layout->addLayout(ways);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    layout->addWidget(m_progress);
}

void ResultCard::showContent(const Content &content)
{
    m_content = content;
    m_progress->hide();
    update();
    show();
}

void ResultCard::showProgress(const QString &text, int done, int total)
{
    m_content = {.lead = text};
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_progress->show();
    update();
    show();
}

void ResultCard::clear()
{
    m_content = {};
    update();
    hide();
}

QString ResultCard::text() const
{
    return QString(
        m_content.headline % u' ' % m_content.lead % u' ' % m_content.detail % u' ' % m_content.caution)
        .simplified();
}

void ResultCard::update()
{
    const Palette &colors = m_theme.palette();
    const QString color = colorOf(m_content.kind, colors).name();
    QString headline;
    if (!m_content.headline.isEmpty())
        headline = u"<b style=\"color:%1\">%2%3</b> "_s.arg(
            color, markOf(m_content.kind), m_content.headline.toHtmlEscaped());
    m_headline->setText(QString(headline % m_content.lead.toHtmlEscaped()));
    m_detail->setText(m_content.detail);
    m_detail->setVisible(!m_content.detail.isEmpty());
    m_caution->setText(QString(u"▲ "_s % m_content.caution));
    m_caution->setVisible(!m_content.caution.isEmpty());
    m_fix->setText(QString(m_content.fix).replace(u'&', "&&"_L1));
    m_fix->setVisible(!m_content.fix.isEmpty());
    m_link->setText(u"<a href=\"#\" style=\"color:%1\">%2</a>"_s.arg(
        colors.accent.name(), m_content.link.toHtmlEscaped()));
    m_link->setAccessibleName(m_content.link);
    m_link->setVisible(!m_content.link.isEmpty());
    QPalette palette = m_detail->palette();
    palette.setColor(QPalette::WindowText, colors.dim);
    m_detail->setPalette(palette);
    palette.setColor(QPalette::WindowText, colors.warning);
    m_caution->setPalette(palette);
    setAccessibleDescription(text());
    QWidget::update();
}

void ResultCard::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.palette().line);
    painter.setBrush(m_theme.palette().panel);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace sockeye
