// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/panelfeed.h"
#include "core/engine/sessionview.h"

#include <QPointer>

namespace sockeye {

//! \brief The feed of one panel. Asks while it is visible, at most once in each interval or step, and never
//! while its last question is open. Outlives its session quietly.
class SessionFeed final : public PanelFeed {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionFeed)

public:
    //! Whom the panel is about.
    struct Subject {
        ServiceId service; //!< null for a target that no service has
        std::optional<TargetId> target; //!< this one alone instead of all that the service has
    };

    SessionFeed(SessionView &view, PanelSpec spec, Subject subject, std::chrono::milliseconds jitter);
    ~SessionFeed() override;

    [[nodiscard]] const PanelSpec &spec() const override { return m_spec; }
    [[nodiscard]] const PanelSnapshot &snapshot() const override { return m_snapshot; }
    void setRange(const TimeRange &range, bool live) override;
    void setPixelWidth(int width) override;
    void setVisible(bool visible) override;
    void refresh() override;

private:
    enum class Source { Query, Probe, Lanes };

    //! One layer of the spec, or the hidden one that asks for up.
    struct Layer {
        Source source = Source::Query;
        bool isResolved = true;
        std::optional<QueryScheduler::Ticket> asking;
        bool isAnswered = false;
        std::optional<QueryError> error;
        RangeAnswer answer;
    };

    void tick();
    void chooseRange();
    void ask();
    void askLayer(std::size_t index, EndpointMonitor &endpoint, const ServiceRoles &roles);
    void send(Layer &layer, EndpointMonitor &endpoint, const RangeQuery &query);
    //! \brief What is under way is about something that is not shown any more.
    void cancelAsking();
    [[nodiscard]] std::optional<QString> expressionOf(
        const PanelBinding &binding, const ServiceRoles &roles, std::chrono::milliseconds window) const;
    void rebuild();
    void addSeries(PanelSnapshot &snapshot) const;
    [[nodiscard]] std::vector<StateInterval> lane(const TargetId &target) const;
    void addLanes(PanelSnapshot &snapshot) const;
    void addRules(PanelSnapshot &snapshot) const;
    void addBlindRanges(PanelSnapshot &snapshot) const;
    void judge(PanelSnapshot &snapshot) const;
    [[nodiscard]] EmptyCause structuralEmptiness() const;
    [[nodiscard]] BlindCause confirmedBlindness() const;
    [[nodiscard]] PanelState stateOfData(PanelSnapshot &snapshot) const;
    [[nodiscard]] bool has(Source source) const;
    [[nodiscard]] bool isAnyAsking() const;
    [[nodiscard]] std::size_t lateSamples() const;
    [[nodiscard]] EndpointMonitor *endpoint() const;
    [[nodiscard]] std::vector<TargetId> targets() const;
    [[nodiscard]] std::chrono::milliseconds interval() const;

    QPointer<SessionView> m_view;
    QPointer<QueryScheduler> m_scheduler; //!< that was asked last
    PanelSpec m_spec;
    Subject m_subject;
    std::chrono::milliseconds m_jitter;
    PanelSnapshot m_snapshot;
    std::vector<Layer> m_layers;
    Layer m_up;
    TimeRange m_range;
    std::chrono::milliseconds m_step{1'000};
    std::chrono::milliseconds m_upStep{1'000};
    std::optional<MonotonicTime> m_askedAt;
    RangeWish::Depth m_depth = RangeWish::Depth::News; //!< of the next question
    std::chrono::milliseconds m_spread{0}; //!< of the next question
    std::optional<MonotonicTime> m_nextRebuild;
    int m_width = 600;
    bool m_isLive = true;
    bool m_isVisible = false;
    bool m_isAskDue = true;
    bool m_isDirty = true;
};

} // namespace sockeye
