// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connections/curlbutton.h"

#include "ui/text/formatting.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTitle = 420; //!< pixels

QString kindWord(const AskedQuery &query, const QString &range, const QString &instant)
{
    return std::holds_alternative<RangeQuery>(query) ? range : instant;
}

} // namespace

CurlButton::CurlButton(const Formatting &formatting, QWidget *parent)
    : QPushButton(tr("&Copy as curl"), parent)
    , m_formatting(formatting)
{
    setObjectName(u"copyAsCurl"_s);
    setAccessibleDescription(
        tr("Copies a query of this server as a command for a terminal. Secrets are left out."));
    setToolTip(accessibleDescription());
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &CurlButton::fillMenu);
}

CurlButton::~CurlButton() = default;

void CurlButton::setConnection(const Connection &connection)
{
    m_connection = connection;
}

void CurlButton::fillMenu()
{
    menu()->clear();
    const EndpointTraffic &traffic = m_connection.status.traffic;
    if (traffic.lastFailure) {
        addHeading(tr("The last that failed"));
        addQuery(m_formatting.clockTime(traffic.lastFailure->at), traffic.lastFailure->query);
    }
    addHeading(tr("The last queries"));
    for (const EndpointTraffic::Answered &answered : traffic.recent)
        addQuery(m_formatting.clockTime(answered.at), answered.query);
    // A server that nothing was asked of yet can be tried all the same.
    if (traffic.recent.empty())
        addQuery({}, InstantQuery{u"up"_s, {}});
}

void CurlButton::addHeading(const QString &text)
{
    if (!menu()->isEmpty())
        menu()->addSeparator();
    menu()->addAction(text)->setEnabled(false);
}

void CurlButton::addQuery(const QString &title, const AskedQuery &query)
{
    const QString kind = kindWord(query, tr("range", "a kind of query"), tr("instant", "a kind of query"));
    const QString whole = expressionOf(query).simplified();
    QString text = QStringList{title, kind, fontMetrics().elidedText(whole, Qt::ElideRight, longestTitle)}
                       .join(u"  "_s)
                       .trimmed();
    text.replace(u'&', "&&"_L1);
    QAction *action = menu()->addAction(text);
    connect(action, &QAction::triggered, this, [this, query] {
        const QString command = curlCommand(m_connection.config.http, m_connection.config.options, query);
        QGuiApplication::clipboard()->setText(command);
        Q_EMIT copied(command);
    });
}

} // namespace sockeye
