// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dashboard/dashboard.h"
#include "core/engine/status.h"
#include "core/metrics/stateinterval.h"
#include "core/metrics/threshold.h"
#include "core/metrics/timerange.h"

#include <QObject>

namespace sockeye {

//! \brief What a panel has to show besides its data.
enum class PanelState {
    Loading,
    Ready,
    Empty, //!< the question was answered with nothing: see emptyCause
    Stale, //!< no news for three intervals; the old data are still shown
    Error, //!< see error; old data are still shown if there are any
    Blind //!< the subject cannot be seen: see blind, and error where a query failed
};

//! \brief Why a panel is empty.
enum class EmptyCause { None, NotExported, NoSeries, NoProbes, NoEndpoint };

//! \brief One line, area or bar series of a panel.
struct PanelSeries {
    TimeSeriesPtr data; //!< times are shifted to local time; never null
    std::size_t layer = 0; //!< index into PanelSpec::layers
    QString legend; //!< made of labels; empty for the layer's own label
};

//! \brief One swimlane.
struct PanelLane {
    TargetId target;
    QString name;
    std::vector<StateInterval> intervals; //!< ascending, in local time
    std::optional<double> rttSeconds;
};

//! \brief All that a panel draws: a value, made anew on each change.
struct PanelSnapshot {
    PanelState state = PanelState::Loading;
    EmptyCause emptyCause = EmptyCause::None;
    BlindCause blind = BlindCause::None;
    std::optional<QueryError> error;
    std::optional<Timestamp> heardAt;
    TimeRange range;
    std::chrono::milliseconds step{0};
    std::vector<PanelSeries> series;
    std::vector<PanelLane> lanes;
    std::vector<Threshold> thresholds;
    std::vector<TimeRange> blindRanges; //!< the time nobody watched: to be hatched
    std::vector<TimeRange> breachRanges; //!< the time a rule of this panel fired: to be tinted
    QStringList warnings; //!< of the server: the answer may be wrong or not whole
    QStringList infos; //!< of the server: the query may not mean what its author thinks
    bool isPartial = false; //!< a part of the server's storage did not answer: what it holds is missing
    std::size_t droppedSeries = 0; //!< more than the client takes of one answer
    std::size_t lateSamples = 0; //!< points that changed after they had settled; refresh() asks all again
};

//! \brief Keeps one panel's snapshot up to date while the panel is visible. A hidden panel asks nothing. Made
//! by MonitorSession, owned by the panel. Main thread only.
class PanelFeed : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelFeed)

public:
    ~PanelFeed() override;

    [[nodiscard]] virtual const PanelSpec &spec() const = 0;
    [[nodiscard]] virtual const PanelSnapshot &snapshot() const = 0;
    //! \brief The time to show. With \a live the range's length is kept and its end is now.
    virtual void setRange(const sockeye::TimeRange &range, bool live) = 0;
    virtual void setPixelWidth(int width) = 0;
    virtual void setVisible(bool visible) = 0;
    //! \brief Asks at once, and for all of the range instead of what is new.
    virtual void refresh() = 0;

Q_SIGNALS:
    void changed();

protected:
    explicit PanelFeed(QObject *parent = nullptr);
};

} // namespace sockeye
