// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connections/connectiondetail.h"

#include "ui/connections/curlbutton.h"
#include "ui/text/errors.h"
#include "ui/text/formatting.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int markSide = 14;

QLabel *makeText(const QFont &font)
{
    auto *label = new QLabel;
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

//! One group of facts: each label above its value.
class ConnectionDetail::FactColumn final : public QWidget {
public:
    explicit FactColumn(const Theme &theme)
        : m_theme(theme)
        , m_title(new QLabel)
    {
        QFont bold = theme.textFont();
        bold.setWeight(QFont::DemiBold);
        m_title->setFont(bold);
        auto *rows = new QVBoxLayout(this);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(0);
        rows->addWidget(m_title);
        rows->addStretch(1);
    }

    void showFacts(const ConnectionFacts &facts)
    {
        m_title->setText(facts.title);
        while (m_values.size() < facts.facts.size())
            addRow();
        for (std::size_t i = 0; i < facts.facts.size(); ++i) {
            const ConnectionFact &fact = facts.facts[i];
            m_labels[i]->setText(fact.label);
            m_values[i]->setText(fact.value);
            //: A label and its value, for a screen reader
            m_values[i]->setAccessibleName(ConnectionDetail::tr("%1: %2").arg(fact.label, fact.value));
        }
    }

private:
    void addRow()
    {
        auto *rows = static_cast<QVBoxLayout *>(layout());
        auto *label = new QLabel;
        label->setFont(m_theme.labelFont());
        label->setProperty("dim", true);
        QLabel *value = makeText(m_theme.textFont());
        // Before the stretch.
        rows->insertSpacing(rows->count() - 1, 8);
        rows->insertWidget(rows->count() - 1, label);
        rows->insertWidget(rows->count() - 1, value);
        m_labels.push_back(label);
        m_values.push_back(value);
    }

    const Theme &m_theme;
    QLabel *m_title;
    std::vector<QLabel *> m_labels;
    std::vector<QLabel *> m_values;
};

ConnectionDetail::ConnectionDetail(const Theme &theme, const Formatting &formatting, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_formatting(formatting)
    , m_error(makeText(theme.textFont()))
    , m_remedy(makeText(theme.textFont()))
    , m_columns(new QHBoxLayout)
{
    setObjectName(u"connectionDetail"_s);
    setProperty("card", true);
    m_error->setObjectName(u"connectionError"_s);
    m_remedy->setObjectName(u"connectionRemedy"_s);
    m_remedy->setProperty("dim", true);
    m_columns->setSpacing(24);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 12, 16, 16);
    rows->setSpacing(4);
    rows->addWidget(makeHead());
    rows->addWidget(m_error);
    rows->addWidget(m_remedy);
    rows->addSpacing(8);
    rows->addLayout(m_columns);
}

ConnectionDetail::~ConnectionDetail() = default;

QWidget *ConnectionDetail::makeHead()
{
    m_mark = new QLabel;
    m_title = new QLabel;
    m_title->setObjectName(u"connectionTitle"_s);
    m_title->setFont(m_theme.headlineFont());
    m_title->setTextFormat(Qt::PlainText);
    m_settings = new QPushButton(tr("&Settings…"));
    m_settings->setObjectName(u"connectionSettings"_s);
    m_settings->setAccessibleDescription(tr("Opens the settings of this server."));
    m_curl = new CurlButton(m_formatting);
    connect(m_settings, &QPushButton::clicked, this, [this] { Q_EMIT settingsRequested(m_endpoint); });
    connect(m_curl, &CurlButton::copied, this, &ConnectionDetail::copied);
    auto *head = new QWidget;
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_mark);
    line->addWidget(m_title, 1);
    line->addWidget(m_settings);
    line->addWidget(m_curl);
    return head;
}

void ConnectionDetail::showConnection(const Connection &connection, const HeldSamples &all, Timestamp now)
{
    m_endpoint = connection.config.id;
    m_curl->setConnection(connection);
    showHead(connection.status);
    showError(connection.status, now);
    const auto groups = connectionFacts(connection, all, m_formatting, now);
    while (m_facts.size() < groups.size()) {
        auto *column = new FactColumn(m_theme);
        // The first has addresses and lists, the others have numbers.
        m_columns->addWidget(column, m_facts.empty() ? 2 : 1);
        m_facts.push_back(column);
    }
    for (std::size_t i = 0; i < groups.size(); ++i)
        m_facts[i]->showFacts(groups[i]);
}

void ConnectionDetail::showHead(const EndpointStatus &status)
{
    m_mark->setPixmap(healthPixmap(status.health, markSide, devicePixelRatioF(), m_theme));
    //: The name of a server, and whether it answers
    m_title->setText(tr("%1 — %2").arg(status.name, connectionState(status)));
}

void ConnectionDetail::showError(const EndpointStatus &status, Timestamp now)
{
    const auto &past = status.traffic.lastFailure;
    m_error->setVisible(status.error || past);
    m_remedy->setVisible(status.error || past);
    if (!status.error && !past)
        return;
    const ErrorText text = describe(status.error ? *status.error : past->error);
    m_error->setText(status.error ? text.summary
                                  : tr("The last error, %1: %2", "%1: 3 min ago, %2: a sentence")
                                        .arg(m_formatting.ago(now - past->at), text.summary));
    m_remedy->setText(text.remedy);
    m_remedy->setVisible(!text.remedy.isEmpty());
    QPalette palette = m_error->palette();
    palette.setColor(
        QPalette::WindowText, status.error ? m_theme.healthColor(Health::Critical) : m_theme.palette().dim);
    m_error->setPalette(palette);
}

} // namespace sockeye
