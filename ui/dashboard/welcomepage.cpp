// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/welcomepage.h"

#include "core/http/httpconfig.h"

#include "ui/dashboard/connectiontrial.h"
#include "ui/text/errors.h"
#include "ui/text/formatting.h"
#include "ui/text/statuswords.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageWidth = 620;

const QStringList &serverSchemes()
{
    static const QStringList schemes{u"http"_s, u"https"_s};
    return schemes;
}

const QStringList &targetSchemes()
{
    static const QStringList schemes{u"ws"_s, u"wss"_s};
    return schemes;
}

QFrame *makeCard()
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    return card;
}

QLabel *makeBold(const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QLabel *makeHint(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setProperty("dim", true);
    return label;
}

} // namespace

WelcomePage::WelcomePage(Context context, QWidget *parent)
    : QWidget(parent)
    , m_context(std::move(context))
{
    auto *column = new QWidget;
    column->setMaximumWidth(pageWidth);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(12);
    auto *title = makeBold(tr("What do you want to watch?"));
    QFont large = m_context.theme.headlineFont();
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    rows->addWidget(title);
    setLayout(new QVBoxLayout);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(column, 10);
    centred->addStretch(1);
    static_cast<QVBoxLayout *>(layout())->addStretch(1);
    static_cast<QVBoxLayout *>(layout())->addLayout(centred);
    static_cast<QVBoxLayout *>(layout())->addStretch(2);

    m_endpoint = makeRow(u"welcomeEndpoint"_s, tr("Prometheus URL"),
        tr("The server's address, with its path prefix if it has one, such as "
           "https://prom.example.net/prometheus."));
    rows->addWidget(m_endpoint.address->parentWidget());
    m_target = makeRow(u"welcomeTarget"_s, tr("WebSocket endpoint"),
        tr("A ws:// or wss:// address. Sockeye holds one connection open and measures it. No Prometheus is "
           "needed."));
    rows->addWidget(m_target.address->parentWidget());
    rows->addWidget(makeDemoRow());
    setFocusProxy(m_endpoint.address);

    connect(m_endpoint.test, &QPushButton::clicked, this, &WelcomePage::testEndpoint);
    connect(m_endpoint.add, &QPushButton::clicked, this, &WelcomePage::addEndpoint);
    connect(m_endpoint.address, &QLineEdit::returnPressed, this, &WelcomePage::testEndpoint);
    connect(m_target.test, &QPushButton::clicked, this, &WelcomePage::testTarget);
    connect(m_target.add, &QPushButton::clicked, this, &WelcomePage::addTarget);
    connect(m_target.address, &QLineEdit::returnPressed, this, &WelcomePage::testTarget);
}

WelcomePage::~WelcomePage() = default;

WelcomePage::Row WelcomePage::makeRow(const QString &name, const QString &title, const QString &hint)
{
    Row row;
    QFrame *card = makeCard();
    auto *layout = static_cast<QVBoxLayout *>(card->layout());
    layout->addWidget(makeBold(title));
    row.address = new QLineEdit(card);
    row.address->setObjectName(name);
    row.address->setAccessibleName(title);
    row.address->setAccessibleDescription(hint);
    row.test = new QPushButton(tr("Test"), card);
    row.test->setObjectName(QString(name % u"Test"_s));
    row.test->setAccessibleName(tr("Test: %1").arg(title));
    row.add = new QPushButton(tr("Add"), card);
    row.add->setObjectName(QString(name % u"Add"_s));
    row.add->setAccessibleName(tr("Add: %1").arg(title));
    auto *line = new QHBoxLayout;
    line->addWidget(row.address, 1);
    line->addWidget(row.test);
    line->addWidget(row.add);
    layout->addLayout(line);
    layout->addWidget(makeHint(hint));
    row.result = new QLabel(card);
    row.result->setObjectName(QString(name % u"Result"_s));
    row.result->setWordWrap(true);
    row.result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row.result->hide();
    layout->addWidget(row.result);
    return row;
}

QWidget *WelcomePage::makeDemoRow()
{
    QFrame *card = makeCard();
    auto *layout = static_cast<QVBoxLayout *>(card->layout());
    layout->addWidget(makeBold(tr("Try the demo")));
    layout->addWidget(
        makeHint(tr("Runs a WebSocket service with 200 clients and a Prometheus on this machine, "
                    "only while Sockeye runs. Break it from the Demo menu and see what happens.")));
    m_demo = new QPushButton(tr("Start the demo"), card);
    m_demo->setObjectName(u"welcomeDemo"_s);
    layout->addWidget(m_demo, 0, Qt::AlignLeft);
    m_demoResult = new QLabel(card);
    m_demoResult->setObjectName(u"welcomeDemoResult"_s);
    m_demoResult->setWordWrap(true);
    m_demoResult->hide();
    layout->addWidget(m_demoResult);
    connect(m_demo, &QPushButton::clicked, this, &WelcomePage::demoRequested);
    return card;
}

void WelcomePage::showDemoStarting()
{
    m_demo->setEnabled(false);
    m_demoResult->setText(tr("Starting the demo service and its Prometheus…"));
    m_demoResult->show();
}

void WelcomePage::showDemoError(const DemoError &error)
{
    m_demo->setEnabled(true);
    const ErrorText text = describe(error);
    m_demoResult->setText(text.joined());
    m_demoResult->show();
}

void WelcomePage::showResult(const Row &row, const QString &text, bool good)
{
    const Palette &colors = m_context.theme.palette();
    const QString color = (good ? colors.well : colors.critical).name();
    const QString mark = good ? u"✓"_s : u"▲"_s;
    row.result->setText(u"<span style=\"color:%1\">%2</span> %3"_s.arg(color, mark, text.toHtmlEscaped()));
    row.result->show();
}

std::optional<QUrl> WelcomePage::serverUrl()
{
    return checked(m_endpoint, parseServerUrl(m_endpoint.address->text(), serverSchemes()), serverSchemes());
}

std::optional<QUrl> WelcomePage::targetUrl()
{
    return checked(m_target, parseProbeUrl(m_target.address->text()), targetSchemes());
}

std::optional<QUrl> WelcomePage::checked(
    const Row &row, const Expected<QUrl, UrlProblem> &url, const QStringList &schemes)
{
    if (url)
        return *url;
    const ErrorText text = describe(url.error(), schemes);
    showResult(row, text.joined(), false);
    row.address->setFocus();
    return std::nullopt;
}

void WelcomePage::testEndpoint()
{
    const auto url = serverUrl();
    if (!url)
        return;
    m_endpoint.result->setText(tr("Asking…"));
    m_endpoint.result->show();
    m_endpointTrial =
        std::make_unique<ConnectionTrial>(m_context.clock, m_context.secrets, m_context.transportFactory);
    connect(m_endpointTrial.get(), &ConnectionTrial::serverAnswered, this,
        [this, tested = *url](const ServerCheckOutcome &outcome) {
            if (outcome) {
                showResult(m_endpoint, serverFactsText(*outcome, m_context.formatting), true);
                return;
            }
            const ErrorText text = describe(outcome.error());
            showResult(m_endpoint, text.joined(), false);
            const QueryError::Kind kind = outcome.error().kind;
            if (kind == QueryError::Kind::Unauthorized || kind == QueryError::Kind::TenantMissing)
                Q_EMIT endpointSettingsRequested(tested);
        });
    m_endpointTrial->tryServer(*url);
}

void WelcomePage::testTarget()
{
    const auto url = targetUrl();
    if (!url)
        return;
    m_target.result->setText(tr("Connecting…"));
    m_target.result->show();
    m_targetTrial =
        std::make_unique<ConnectionTrial>(m_context.clock, m_context.secrets, m_context.transportFactory);
    connect(
        m_targetTrial.get(), &ConnectionTrial::targetAnswered, this, [this](const AttemptFinished &attempt) {
            if (attempt.outcome == ProbeOutcome::Open) {
                const double seconds = std::chrono::duration<double>(*attempt.phases.total).count();
                showResult(m_target,
                    tr("Open after %1.").arg(m_context.formatting.values.text(seconds, Unit::Seconds)), true);
                return;
            }
            const ErrorText text = describe(attempt);
            showResult(m_target, text.joined(), false);
        });
    m_targetTrial->tryTarget(*url);
}

void WelcomePage::addEndpoint()
{
    if (const auto url = serverUrl())
        Q_EMIT endpointAdded(*url);
}

void WelcomePage::addTarget()
{
    if (const auto url = targetUrl())
        Q_EMIT targetAdded(*url);
}

} // namespace sockeye
